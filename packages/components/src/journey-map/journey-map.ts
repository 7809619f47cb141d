import { html } from 'lit';
import { MhElement } from '../foundation/element.js';
export class JourneyMap extends MhElement { override render(){ return html`<p>hi</p>`; } }
