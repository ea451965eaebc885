import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const pair = { site: 'МОУ «СОШ № 3»', mentor: 'Ветрова О. П.', mentee: 'Гордеев И. К.', goal: 'Разноуровневая работа на уроке' }

wholeSentences(notices, {
  'pair.proposed': pair,
  'pair.asked': pair,
  'pair.begun': { ...pair, when: '10.09.2021 – 31.05.2022' },
  'pair.declined': { ...pair, why: 'Без объяснения' },
  'pair.shortened': { ...pair, to: '2021-12-31', why: 'Статус площадки: последний день — 31 декабря 2021 г.' },
  'pair.withdrawn': { ...pair, to: '2021-10-08', why: 'Другая нагрузка' },
  'pair.met': { ...pair, on: '2021-10-05', minutes: 90, line: 'Разбор урока' },
  'pair.doubted': { ...pair, on: '2021-10-05', doubt: 'Были только полчаса' },
  'pair.ended': { ...pair, outcome: 'Урок перестроен' },
})
