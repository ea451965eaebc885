import { StateTag } from '../../../ui/content.ts'
import type { Protocol } from '../model.ts'

export const ProtocolTag = ({ state }: Pick<Protocol, 'state'>) =>
  state === 'signed' ? <StateTag tone="ok" word="Подписан" /> : <StateTag tone="wait" word="Черновик" />
