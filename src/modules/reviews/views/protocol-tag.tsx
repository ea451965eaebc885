import { StateTag } from '../../../ui/tag.tsx'
import type { Protocol } from '../model.ts'

export const ProtocolTag = ({ state }: Pick<Protocol, 'state'>) =>
  state === 'signed' ? <StateTag tone="ok" word="Подписан" /> : <StateTag tone="wait" word="Черновик" />
