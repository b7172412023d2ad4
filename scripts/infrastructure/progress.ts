import type { WriteStream } from 'node:tty'

/** Says what is going on while things start. */
export interface Progress {
  /** What is being done about a subject now. It may end in a percentage. */
  doing: (subject: string, text: string) => void
  /** The last word about a subject. */
  done: (subject: string, text: string) => void
  /** A line that stays. */
  log: (line: string) => void
  /** Ends it; on a terminal only what was logged stays. */
  end: () => void
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** Progress as one line that moves, below the lines that stay. */
export function terminalProgress (terminal: WriteStream): Progress {
  const current = new Map<string, string>()
  let frame = 0
  const clear = (): void => { terminal.write('\r\x1b[K') }
  const draw = (): void => {
    if (current.size === 0) return
    const line = `${frames[frame++ % frames.length]} ${[...current].map(([subject, text]) => `${subject}: ${text}`).join(' · ')}`
    terminal.write(`\r\x1b[K${line.slice(0, terminal.columns - 1)}`)
  }
  const log = (line: string): void => {
    clear()
    terminal.write(`${line}\n`)
    draw()
  }
  const timer = setInterval(draw, 100)
  timer.unref()
  return {
    log,
    doing: (subject, text) => { current.set(subject, text) },
    done: (subject, text) => {
      current.delete(subject)
      log(`${subject}: ${text}`)
    },
    end: () => {
      clearInterval(timer)
      clear()
    }
  }
}

/** Progress as plain lines: one for each thing that is begun, and one every `interval` milliseconds while it lasts. */
export function plainProgress (log: (line: string) => void, interval = 20_000): Progress {
  const current = new Map<string, string>()
  const timer = setInterval(() => { for (const [subject, text] of current) log(`${subject}: still ${text}`) }, interval)
  timer.unref()
  const withoutPercentage = (text: string | undefined): string | undefined => text?.replace(/, \d+ %$/, '')
  return {
    log,
    doing: (subject, text) => {
      if (withoutPercentage(text) !== withoutPercentage(current.get(subject))) log(`${subject}: ${text}`)
      current.set(subject, text)
    },
    done: (subject, text) => {
      current.delete(subject)
      log(`${subject}: ${text}`)
    },
    end: () => { clearInterval(timer) }
  }
}

/** On a terminal a line that moves, elsewhere plain lines. */
export function consoleProgress (): Progress {
  return process.stdout.isTTY ? terminalProgress(process.stdout) : plainProgress(line => { console.log(line) })
}
