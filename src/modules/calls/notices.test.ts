import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const ofCall = { title: 'Приём 2021 года', closes: '18:00 15 октября 2021 г. по московскому времени' }

wholeSentences(notices, {
  'call.announced': { ...ofCall, opens: '09:00 15 сентября 2021 г.', clause: '3.4' },
  'call.opened': { ...ofCall, opens: '09:00 15 сентября 2021 г.' },
  'call.extended': ofCall,
  'call.revoked': ofCall,
})
