/** German of the first minutes. */
export const welcome = {
  'welcome.title': 'Was m\u00f6chten Sie zuerst sehen?',
  'welcome.add': 'Den ersten Wettbewerber hinzuf\u00fcgen',
  'welcome.addBody':
    'Wir suchen Preise, \u00c4nderungen, Blog und Stellen, und Sie w\u00e4hlen aus. Es braucht keinen Schl\u00fcssel und kostet nichts.',
  'welcome.look': 'Mit Beispieldaten umsehen',
  'welcome.lookBody':
    'Drei Unternehmen, die es nicht gibt, und was ihnen in 90 Tagen geschah. Nichts wird besucht, niemand benachrichtigt, und ein Klick entfernt alles.',
  'welcome.lookAction': 'Umsehen',
  'demo.label': 'Beispieldaten',
  'demo.title': 'Das sind Beispieldaten.',
  'demo.body': 'Diese Unternehmen gibt es nicht; nichts wird besucht und niemand benachrichtigt.',
  'demo.loading': 'Ihre Seiten werden gerade gelesen; mehr erscheint von selbst.',
  'demo.home': 'Eigenen Wettbewerber hinzuf\u00fcgen',
  'demo.remove': 'Beispieldaten entfernen',
  'steps.title': 'Erste Schritte',
  'steps.progress': '{done} von {all} erledigt',
  'steps.done': 'Erledigt:',
  'steps.open': 'Offen:',
  'steps.optional': 'wenn Sie m\u00f6gen',
  'steps.unknown': 'Gerade nicht bekannt:',
  'steps.dismiss': 'Diese Schritte ausblenden',
  'steps.failed': 'Die Schritte konnten nicht ausgeblendet werden. {why}.',
  'step.ADD_COMPETITOR': 'Einen Wettbewerber hinzuf\u00fcgen',
  'step.CONFIRM_SOURCES': 'Best\u00e4tigen, welche Seiten beobachtet werden',
  'step.CHOOSE_CHANNEL': 'W\u00e4hlen, wohin Warnungen gehen',
  'step.TRIAGE_SIGNAL': 'Ein Signal einordnen',
  'step.TRIAGE_SIGNAL.how':
    'Merken, zur\u00fcckstellen oder als erledigt markieren, mit den Kn\u00f6pfen seiner Zeile.',
  'step.CONNECT_MODEL': 'Ein Sprachmodell anbinden',
  'step.CONNECT_MODEL.how': 'Alles geht auch ohne.',
} as const;
