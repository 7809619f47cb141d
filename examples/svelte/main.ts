import '@maths-hubs/components/journey-map/define';
import { mount } from 'svelte';
import Journey from './journey.svelte';

const target = document.querySelector('#app');
if (target) mount(Journey, { target });
