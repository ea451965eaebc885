import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

wholeSentences(notices, {
  'group.joined': { site: 'МОУ «СОШ № 3»', theme: 'Памятка наставника', leads: false },
  'group.shortened': {
    ...{ site: 'МОУ «СОШ № 3»', theme: 'Памятка наставника', to: '2021-12-31' },
    why: 'Статус площадки закончится 31 декабря 2021 г.',
  },
  'group.closed': { site: 'МОУ «СОШ № 3»', theme: 'Памятка наставника', result: 'Памятка на двух страницах' },
})
