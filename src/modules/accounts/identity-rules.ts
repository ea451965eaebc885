import type { Role } from '../../authz/roles.ts'
import type { RuleRefusal } from '../../kernel/result.ts'

/**
 * Who may prove to be whom. Three things follow from these rules and from nothing else: nobody sets a password of an account but its owner;
 * nobody becomes a person of a territory but by answering, signed in, an invitation to an own address; and nobody learns from an answer
 * whether an address has an account.
 */

/** The installation's administrator, on the command line or where territories are made; everybody else by roles in the territory. */
export type Inviter = 'installation' | readonly Role[]

/** Whose signature or whose keys would be taken by whoever passes for them: these are let in by an administrator, not by colleagues. */
const guarded: ReadonlySet<Role> = new Set<Role>(['signatory', 'signer', 'administrator', 'installer'])

/** Whether somebody may let a person with these roles in. */
export function mayLetIn(inviter: Inviter, invited: readonly Role[]): boolean {
  if (inviter === 'installation' || inviter.includes('administrator')) return true
  return inviter.includes('official') && !invited.some((role) => guarded.has(role))
}

/** Why a role is not given; null when it is. Who may not let somebody in does not make them such either, and nobody gives a role to themselves. */
export function whyNotGrant(given: { giver: readonly Role[]; role: Role; toOneself: boolean }): RuleRefusal | null {
  if (given.toOneself) return no('account.roleToOneself', 'role')
  return mayLetIn(given.giver, [given.role]) ? null : no('account.administratorGrants', 'role')
}

/** What a person does in a territory: nothing was ever recorded, something goes on or is to begin, or everything has ended. */
export type Work = 'none' | 'going' | 'ended'

/** Whose an address is inside the territory that invites; of other territories nothing is known here. */
export type AddressUse = 'free' | 'ofAnotherMember' | 'ofAnotherInvited'

export type Inviting = {
  readonly inviter: Inviter
  readonly person: { readonly roles: readonly Role[]; readonly work: Work; readonly enters: boolean }
  readonly address: AddressUse
}

const no = (rule: RuleRefusal['rule'], field?: string): RuleRefusal => ({ code: 'rule', rule, ...(field && { field }) })

/** Why a person is not invited; null when they are. An account of another territory is no reason and changes nothing. */
export function whyNotInvite({ inviter, person, address }: Inviting): RuleRefusal | null {
  if (!mayLetIn(inviter, person.roles)) return no('account.administratorInvites')
  if (person.enters) return no('account.alreadyEnters')
  if (person.work === 'ended') return no('account.workEnded')
  if (address === 'ofAnotherMember') return no('account.belongsToAnother', 'email')
  return address === 'ofAnotherInvited' ? no('account.invitedAsAnother', 'email') : null
}

export type Answering = {
  /** Used, withdrawn, replaced and unknown ones are all the same: gone. */
  readonly invitation: 'open' | 'expired' | 'gone'
  /** The link was given from hand to hand, so the one who invited may be looking at it. */
  readonly handedOver: boolean
  readonly work: Work
  /** Whether somebody already signs in with the address. */
  readonly account: boolean
  readonly visitor: 'stranger' | 'owner' | 'another'
}

/**
 * What an invitation shows: `answer` to the owner of the account; `otherAccount` to whoever is signed in as somebody else; to strangers
 * `signIn` or `setPassword`, and `choose`, the same page for both, when the link went through other hands.
 */
export type Door = 'gone' | 'workEnded' | 'otherAccount' | 'answer' | 'choose' | 'signIn' | 'setPassword'

export function doorOf({ invitation, handedOver, work, account, visitor }: Answering): Door {
  if (invitation !== 'open') return 'gone'
  if (work === 'ended') return 'workEnded'
  if (visitor === 'another') return 'otherAccount'
  if (visitor === 'owner') return 'answer'
  if (handedOver) return 'choose'
  return account ? 'signIn' : 'setPassword'
}

/** Whether an invitation may be accepted or declined as this visitor. */
export const mayAnswer = (given: Answering): boolean => doorOf(given) === 'answer'

/** Whether an invitation may set a password: only the first one of an account that does not exist yet. */
export const maySetFirstPassword = (given: Answering): boolean =>
  !given.account && (doorOf(given) === 'setPassword' || doorOf(given) === 'choose')

/** Who wants a new password for an account: its owner signed in, somebody on the page for forgotten ones, a role, the installation. */
export type Resetter = 'owner' | 'anybody' | 'installation' | Role

/** A proved address received a letter or was let in by an invitation; an unproved one is only written in the account. */
export type Address = 'proved' | 'unproved' | 'unknown'

/**
 * What is done about it: the owner changes the password knowing the old one; anybody's asking sends a letter to the proved address and does
 * nothing otherwise; the installation's administrator is given a link, and the person is told. No role of a territory can do anything.
 */
export type Reset = 'oldPassword' | 'letter' | 'link' | 'nothing'

export function resetOf({ by, address, sendsMail }: { by: Resetter; address: Address; sendsMail: boolean }): Reset {
  if (address === 'unknown') return 'nothing'
  if (by === 'owner') return 'oldPassword'
  if (by === 'installation') return 'link'
  return by === 'anybody' && sendsMail && address === 'proved' ? 'letter' : 'nothing'
}

/**
 * What comes of an owner's wish to sign in with another address, the password being known: only a letter answered from there changes it. To the
 * owner it looks the same when the address is somebody else's; nobody but the owner changes it at all.
 */
export function newAddressOf(given: {
  address: 'free' | 'own' | 'ofAnother'
  sendsMail: boolean
}): 'letter' | 'same' | 'nothing' {
  if (given.address === 'own') return 'same'
  return given.address === 'free' && given.sendsMail ? 'letter' : 'nothing'
}
