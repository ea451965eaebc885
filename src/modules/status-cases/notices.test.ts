import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const ofStanding = { site: 'Верх-Чебулинская СОШ', on: '2022-03-01', reason: 'Ремонт здания' }
const ofCase = { site: 'Верх-Чебулинская СОШ', kind: 'termination' } as const

wholeSentences(notices, {
  'status.suspended': ofStanding,
  'status.resumed': ofStanding,
  'status.extended': { ...ofStanding, reason: '' },
  'status.terminated': ofStanding,
  'status.endsSoon': { site: 'Верх-Чебулинская СОШ', on: '2022-05-31' },
  'status.over': { site: 'Верх-Чебулинская СОШ', on: '2022-05-31' },
  'statusCase.started': { ...ofCase, reason: 'Школа на ремонте' },
  'statusCase.explanationAsked': { ...ofCase, dueOn: '2022-04-01' },
  'statusCase.explained': ofCase,
  'statusCase.proposed': ofCase,
  'statusCase.sentBack': { ...ofCase, remark: 'Нет протокола' },
  'statusCase.dropped': { ...ofCase, reason: 'Ошибка' },
})
