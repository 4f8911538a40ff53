/** Lets the browser save a text as a file. By an address that holds it: `blob:` is none that a page of ours may use. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
