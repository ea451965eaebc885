import { numberedAct } from '../../../regulation/acts.ts'
import { TextLink } from '../../../ui/content.ts'
import { paths } from '../../../web/paths.ts'
import type { RegisterLine } from '../queries.ts'

/** The order as a link when it is published, else by its number alone. */
export function PublicOrderLink({ line }: { line: RegisterLine }) {
  const label = numberedAct(line.orderKind, line.orderNumber)
  if (!line.orderPublished) return <>{label}</>
  return <TextLink href={paths.publicOrder({ territory: line.territoryCode, order: line.orderId })}>{label}</TextLink>
}
