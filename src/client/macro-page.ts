import type { MacroPanelData } from '../schemas/macro-panel.ts';
import { createMacroPanel } from './macro/create-macro-panel.ts';

// A macro's page: its text, to be filled in.
const place = document.querySelector('[data-rl-macro]');
const data = JSON.parse(document.getElementById('rl-macro')?.textContent ?? 'null') as MacroPanelData | null;
if (place && data) place.append(createMacroPanel(data).root);
