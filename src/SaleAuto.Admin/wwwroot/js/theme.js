// Runs before the first paint: where the person left the choice to the system, the server cannot know it.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    if (root.dataset.theme === 'auto') {
      root.dataset.bsTheme = dark.matches ? 'dark' : 'light';
    }
  };
  apply();
  dark.addEventListener('change', apply);
})();
