import { approvalMarks, bold, bullet, document, gap, heading, p, paragraphs, section } from '../../documents/build.ts'
import type { Block, Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { capital, fullName, signatureName } from '../../kernel/names.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import { asksContract } from '../../regulation/status/questions.ts'
import { type Party, partiesOf } from '../organisations/party-queries.ts'
import { type OpenContract, signaturesOf } from './case.ts'
import type { ContractText, Signatures } from './rules.ts'

/** The contract on paper, with a place to sign for each side; none while the register names no operator. */
export async function contractDocument(opened: OpenContract, { ctx, tx }: ThingRequest): Promise<Doc | null> {
  const { one, site } = opened
  const [operator] = await partiesOf(tx, ctx, [one.operatorOrganisationId], ctx.today)
  const hosts = await partiesOf(tx, ctx, site.organisationIds, ctx.today)
  const { basis } = asksContract(site.regulation)
  return operator && basis
    ? contractPaper({ contract: one, signatures: signaturesOf(one), operator, hosts, basis: basis.text })
    : null
}

type Given = {
  readonly contract: ContractText
  readonly signatures: Signatures
  readonly operator: Party
  readonly hosts: readonly Party[]
  /** «п. 1.6 Положения» */
  readonly basis: string
}

/** The contract of these parties as it is printed. */
export function contractPaper({ contract, signatures, operator, hosts, basis }: Given): Doc {
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
        `${partyWords(operator)}, с одной стороны, и ${hosts.map(partyWords).join('; ')}, с другой стороны, в соответствии с ${basis} заключили настоящий договор о нижеследующем.`,
      ),
      heading(2, 'Предмет договора', { number: '1' }),
      ...paragraphs(contract.subject),
      heading(2, 'Права и обязанности сторон', { number: '2' }),
      ...termBlocks(contract.terms),
      heading(2, 'Срок договора', { number: '3' }),
      p(`Настоящий договор действует с ${longDate(startsOn)} по ${longDate(endsOn)}`),
      p('Договор может быть расторгнут досрочно по соглашению сторон или по инициативе одной из них с указанием причины.'),
      p('Договор составлен в экземплярах, имеющих равную юридическую силу, по одному для каждой стороны.'),
      heading(2, 'Реквизиты и подписи сторон', { number: '4' }),
      ...hosts.flatMap((host, index) => [
        ...(index === 0 ? [] : [gap()]),
        approvalMarks({ left: index === 0 ? sideOf(operator) : [''], right: sideOf(host) }),
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

/** A party as a contract begins: by whom it is represented and what gives that person the right. */
const partyWords = (party: Party): string =>
  party.head === null
    ? party.fullName
    : `${party.fullName} (представитель — ${party.head.post.toLowerCase()} ${fullName(party.head)}, действующий на основании устава)`

/** Details of a party and the place for its signature and seal: one block, which pages do not part. */
const sideOf = (party: Party) => [
  bold(party.fullName),
  `Адрес: ${party.address ?? '____________________'}`,
  'ИНН ________________________',
  'КПП ________________________',
  'ОГРН ________________________',
  '',
  postOf(party),
  `____________ ${party.head ? signatureName(party.head) : ''}`,
  'М. П.',
]

function postOf({ head }: Party): string {
  if (head === null) return 'Руководитель'
  return capital(head.post)
}
