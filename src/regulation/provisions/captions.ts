/** What the pages that write a regulation call the notes beside a rule. */
export const provisionCaptions = {
  captions: {
    'provision.sentence': 'Предложение из Положения',
    'provision.clause': 'Где это запрещено',
    'provision.readings': 'Два чтения',
    'provision.readings.text': 'Как можно прочесть',
    'provision.readings.clause': 'Пункт',
  },
  values: {},
} as const
