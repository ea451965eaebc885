import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

wholeSentences(notices, {
  'account.joined': { name: 'Снигур Н. А.' },
  'account.invitationDeclined': { name: 'Снигур Н. А.' },
  'account.passwordChanged': {},
  'account.passwordLinkGiven': {},
  'account.emailChanged': {},
  'account.secondFactorOn': {},
  'account.secondFactorOff': {},
})
