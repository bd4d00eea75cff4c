document.body.textContent = 'options';
