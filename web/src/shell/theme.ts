/** The appearance the person chose; 'auto' follows the system. Kept in this browser only. */
export type Theme = 'auto' | 'light' | 'dark';

const store = 'acquit.theme';

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(store);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

export function applyTheme(theme: Theme = chosenTheme()): void {
  if (theme === 'auto') {
    localStorage.removeItem(store);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(store, theme);
    document.documentElement.dataset.theme = theme;
  }
}
