/**
 * Chromium refuses its sandbox to root, and some Linux systems refuse it to programs outside the
 * folders of their package manager. Our pages are all there is to be kept apart.
 * https://chromium.googlesource.com/chromium/src/+/main/docs/security/apparmor-userns-restrictions.md
 */
export function sandboxFlags(executablePath: string): string[] {
  const isRoot = process.getuid?.() === 0;
  const isDownload = process.platform === 'linux' && executablePath.includes('/.cache/');
  return isRoot || isDownload ? ['--no-sandbox'] : [];
}
