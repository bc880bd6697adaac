import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { applyTheme } from './shell/theme.ts';
import { leadToWhatIsWrong } from './ui/first-wrong.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/states.css';
import './styles/tables.css';
import './styles/overlays.css';
import './styles/shell.css';
import './styles/print.css';

applyTheme();
leadToWhatIsWrong();
const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app element to draw into.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
