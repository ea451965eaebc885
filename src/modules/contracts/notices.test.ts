import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

wholeSentences(notices, {
  'contract.awaitsSignature': { site: 'Верх-Чебулинская СОШ' },
  'contract.inForce': { site: 'Верх-Чебулинская СОШ', number: '7', to: '2022-05-31' },
  'contract.ended': { site: 'Верх-Чебулинская СОШ', number: '7', on: '2022-05-31', reason: 'По согласию сторон' },
  'contract.endsSoon': { site: 'Верх-Чебулинская СОШ', number: '7', on: '2022-05-31' },
})
