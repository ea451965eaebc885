import { bullet, document, gap, heading, p, paragraphs, section, signature } from '../../documents/build.ts'
import type { Block, Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { fullName, signatureName } from '../../kernel/names.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import { type Party, partiesOf } from '../organisations/party-queries.ts'
import { type OpenContract, signaturesOf } from './case.ts'
import { asksContract, type ContractText, type Signatures } from './rules.ts'

/** The contract on paper, with a place to sign for each side; none while the register names no operator. */
export async function contractDocument(opened: OpenContract, { ctx, tx }: ThingRequest): Promise<Doc | null> {
  const { one, site } = opened
  const [operator] = await partiesOf(tx, ctx, [one.operatorOrganisationId], ctx.today)
  const hosts = await partiesOf(tx, ctx, site.organisationIds, ctx.today)
  const { basis } = asksContract(site.regulation)
  return operator && basis ? paperOf({ contract: one, signatures: signaturesOf(one), operator, hosts, basis: basis.text }) : null
}

type Given = {
  readonly contract: ContractText
  readonly signatures: Signatures
  readonly operator: Party
  readonly hosts: readonly Party[]
  /** «п. 1.6 Положения» */
  readonly basis: string
}

function paperOf({ contract, signatures, operator, hosts, basis }: Given): Doc {
  const { startsOn, endsOn } = contract
  const lastSigned = [signatures.site?.on, signatures.operator?.on]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  const date = lastSigned === undefined ? '«____» ______________ 20___ г.' : longDate(lastSigned)
  return document({ title: `Договор ${contract.number ?? 'проект'}`, ...(lastSigned ? { date: lastSigned } : {}) }, [
    section([
      heading(1, `Договор № ${contract.number ?? '________'}`),
      p(date, { align: 'left' }),
      gap(),
      p(
        `${partyWords(operator)}, с одной стороны, и ${hosts.map(partyWords).join('; ')}, с другой стороны, по ${basis} заключили этот договор.`,
      ),
      heading(2, 'Предмет договора', { number: '1' }),
      ...paragraphs(contract.subject),
      heading(2, 'Что делают стороны', { number: '2' }),
      ...termBlocks(contract.terms),
      heading(2, 'Срок договора', { number: '3' }),
      p(`Договор действует с ${longDate(startsOn)} по ${longDate(endsOn)} Стороны могут расторгнуть его раньше, назвав причину.`),
      heading(2, 'Подписи сторон', { number: '4' }),
      ...[operator, ...hosts].flatMap((party) => [
        p([party.fullName, party.address].filter((part) => part).join(', '), { align: 'left', keepWithNext: true }),
        signature(postOf(party), party.head ? signatureName(party.head) : '', { line: true, seal: true }),
        gap(),
      ]),
    ]),
  ])
}

/** A line that begins with a dash is a row of a list. */
const termBlocks = (terms: string): Block[] =>
  terms.split(/\r?\n/).flatMap((line): Block[] => {
    const row = /^\s*[—–-]\s+(.+)$/u.exec(line)?.[1]
    return row ? [bullet(row)] : paragraphs(line)
  })

const partyWords = (party: Party): string =>
  party.head === null ? party.fullName : `${party.fullName} (${party.head.post.toLowerCase()} — ${fullName(party.head)})`

function postOf({ head }: Party): string {
  if (head === null) return 'Руководитель'
  return head.post.charAt(0).toUpperCase() + head.post.slice(1)
}
