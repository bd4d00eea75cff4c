document.body.textContent = 'popup';
