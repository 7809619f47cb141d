/** Every text of the stories; a hub replaces any by its key through `<mh-settings>`. */
export const STRINGS = {
  'stories.title': 'Stories from schools',
  'stories.video': 'Video',
  'stories.audio': 'Podcast',
  'stories.page': 'Case study',
  'stories.article': 'Article',
  'stories.long-view': 'Case study over several years',
  'stories.all': 'All',
  'stories.themes': 'Choose a theme',
  'stories.about': 'About: {themes}',
  'stories.resource': 'Resource',
  'stories.play': 'Play: {title}',
  'stories.contacts':
    'Playing this contacts {host}, which learns your internet address and may set cookies. Nothing is sent before you press play.',
  'stories.own': 'Played from this site.',
  'stories.open': 'Open on {host}',
  'stories.read': 'Read on {host}',
} as const;
