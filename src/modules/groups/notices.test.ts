import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

wholeSentences(notices, {
  'group.joined': { site: 'МОУ «СОШ № 3»', theme: 'Памятка наставника', leads: false },
  'group.closed': { site: 'МОУ «СОШ № 3»', theme: 'Памятка наставника', result: 'Памятка на двух страницах' },
})
