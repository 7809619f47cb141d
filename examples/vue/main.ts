import '@maths-hubs/components/journey-map/define';
import { createApp } from 'vue';
import Journey from './journey.vue';

createApp(Journey).mount('#app');
