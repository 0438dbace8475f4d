import { hash, verify } from '@node-rs/argon2'
import { type Refusal, refuse } from '../../kernel/refusal.ts'

/** Fewest characters of a password that a person chooses. */
export const SHORTEST_PASSWORD = 10
const LONGEST_PASSWORD = 200

/** Argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP password storage cheat sheet. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Hash of a password in the PHC string format, with a salt of its own. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), ARGON2ID)

/** Whether the password is the one of the hash; false for a hash that cannot be read. */
export const isPassword = async (stored: string, password: string): Promise<boolean> => {
  if (password.length > LONGEST_PASSWORD) return false
  try {
    return await verify(stored, password.normalize('NFKC'))
  } catch {
    return false
  }
}

/** Why a password is not strong enough to be chosen; null when it is. Length counts, composition does not (NIST 800-63B). */
export const weakPassword = (password: string, username: string, field = 'password'): Refusal | null => {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD)
    return refuse(
      'password-short',
      {
        zh: `密码太短：至少 ${SHORTEST_PASSWORD} 个字符，例如连写几个互不相干的词。`,
        en: `The password is too short: take at least ${SHORTEST_PASSWORD} characters, for example several unrelated words.`,
      },
      { field },
    )
  if (length > LONGEST_PASSWORD)
    return refuse(
      'password-long',
      { zh: `密码最多 ${LONGEST_PASSWORD} 个字符。`, en: `A password has at most ${LONGEST_PASSWORD} characters.` },
      { field },
    )
  const folded = password.toLowerCase()
  if (new Set(folded).size < 4 || (username.length > 2 && folded.includes(username.toLowerCase())))
    return refuse(
      'password-weak',
      {
        zh: '密码太容易猜到：请不要包含用户名，也不要重复少数几个字符。',
        en: 'The password is easy to guess: leave out the user name and do not repeat a few characters.',
      },
      { field },
    )
  return null
}
