import { HubDeskPage } from './app.js';

customElements.define('hub-desk', HubDeskPage);
