import { expect, test } from 'vitest'
import { wholeSentences } from '../../../test/notices.ts'
import { anyAct } from '../../regulation/acts.ts'
import { notices } from './notices.ts'

wholeSentences(notices, {
  'deficit.named': { person: 'Сафонова А. П.' },
  'deficit.noted': { by: 'Чупина Е. В.' },
  'deficit.closed': { by: 'Чупина Е. В.' },
})

test('no verb agrees with whoever did it: neither a woman nor a man is spoken of wrongly', () => {
  for (const kind of ['deficit.noted', 'deficit.closed'] as const) {
    const { title, more } = notices[kind].say({ by: 'Чупина Е. В.' }, { territory: 'luga' }, 'one', anyAct)
    expect(`${title}. ${more}`).toMatch(/: Чупина Е\. В\.$/)
    expect(`${title} ${more}`).not.toMatch(/л[аои]? Чупина/)
  }
})
