/** What the pages that write exceptions call each part of them. */
export const exceptionCaptions = {
  captions: {
    'exception.when': 'Когда действует исключение',
    'exception.when.kind': 'Когда действует исключение',
    'exception.when.theme': 'Тема площадки',
    'exception.when.kinds': 'Вид организации',
    'exception.over': 'Сильнее других исключений, если сойдутся',
  },
  values: {
    'exception.when.kind': {
      theme: 'для названной темы',
      organisation: 'для организаций этих видов',
      joint: 'для площадки нескольких организаций',
    },
  },
} as const
