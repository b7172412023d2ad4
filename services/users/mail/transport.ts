import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'

/** Takes mails to where they are sent from, or to files. */
export interface MailTransport {
  /** Resolves when the mail is in other hands. */
  send: (mail: SendMailOptions & { messageId: string }, name: string) => Promise<void>
  close: () => void
}

const timeoutMilliseconds = 10_000

/**
 * A transport to an SMTP server or, without one, to a directory of `.eml` files that every mail program opens.
 *
 * @param smtpUrl `smtp://user:password@host:port`, `smtps://…`; empty for files
 * @param directory where the files go
 */
export function mailTransport (smtpUrl: string, directory: string): MailTransport {
  const careful = { disableFileAccess: true, disableUrlAccess: true }
  if (smtpUrl !== '') {
    const server = createTransport({ url: smtpUrl, pool: true, maxConnections: 4, connectionTimeout: timeoutMilliseconds, greetingTimeout: timeoutMilliseconds, socketTimeout: 3 * timeoutMilliseconds, ...careful })
    return {
      send: async mail => { await server.sendMail(mail) },
      close: () => { server.close() }
    }
  }
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix', ...careful })
  return {
    send: async (mail, name) => {
      const { message } = await composer.sendMail(mail)
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const path = join(directory, name)
      await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${path}.part`, `${path}.eml`)
    },
    close: () => {}
  }
}

/** Whether a mail server has refused a mail for good, so that trying again would be in vain. */
export function isRefusedForGood (error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string, responseCode?: number }
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500
}

/** Whether it is certain that a mail did not arrive: the server refused it, or was not reached. */
export function isNotDelivered (error: unknown): boolean {
  const { code = '', responseCode = 0 } = error as { code?: string, responseCode?: number }
  return responseCode >= 400 || code === 'ECONNREFUSED' || code === 'EDNS'
}
