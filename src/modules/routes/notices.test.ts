import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const by = { by: 'Чупина Е. В.' }
wholeSentences(notices, {
  'route.toAgree': by,
  'route.changed': by,
  'route.active': by,
  'route.reopened': by,
  'route.stopped': by,
})
