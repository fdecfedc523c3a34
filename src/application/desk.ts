import { mkdirSync } from "node:fs";
import type { InputOf } from "../contract/index.ts";
import { DEMO_SIGN_IN, type OfficeState, type Session } from "../contract/office.ts";
import { ROLE_PERMISSIONS } from "../contract/permissions.ts";
import { accept, type Result, refuse } from "../contract/results.ts";
import type { Tier } from "../contract/sync.ts";
import type { TierSecret } from "../crypto/tierKeyring.ts";
import { type FolderLock, lockFolder } from "../data/folderLock.ts";
import { readLastEntry } from "../data/journal.ts";
import { readLocal } from "../data/localState.ts";
import { readOfficeIdentity, readSettings } from "../data/officeRecord.ts";
import { readUser } from "../data/users.ts";
import { requireStrong } from "../services/access/passphraseStrength.ts";
import { readKeyring, recover, signIn } from "../services/access/signIn.ts";
import { waitSeconds } from "../services/access/tries.ts";
import type { Call, SignedIn, Surroundings } from "../services/call.ts";
import { type NationalCall, openNational } from "../services/headquarters/national.ts";
import type { NationalStore } from "../services/headquarters/store.ts";
import { createOffice, lookAtFolder, type Opened } from "../services/office/createOffice.ts";
import { officePaths } from "../services/office/officeFiles.ts";
import type { OpenOffice } from "../services/office/openOffice.ts";
import { recoverySheetFile } from "../services/office/paper.ts";

/** How a request reaches back to whoever waits for it. */
export interface Waiting {
  progress: Call["progress"];
  breathe: Call["breathe"];
}

interface Occupied {
  readonly office: OpenOffice;
  readonly userId: string;
  tierSecrets: readonly TierSecret[];
  /** Headquarters' copies of all offices, once somebody asked for them. */
  national: NationalStore | null;
}

/** A day's clock may stand a little behind the journal's last entry without anybody having set it back. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;

/**
 * One data folder and who sits before it: takes the folder for this process, signs people in and out, and forgets
 * the key when it locks.
 */
export class Desk {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly world: Surroundings;
  #lock: FolderLock | null = null;
  #occupied: Occupied | null = null;
  #onLocked: () => void = () => {};
  #idleTimer: NodeJS.Timeout | null = null;
  #isBusy = false;

  constructor(about: { dataDir: string; demo: boolean; world: Surroundings }) {
    this.dataDir = about.dataDir;
    this.demo = about.demo;
    this.world = about.world;
  }

  /** Takes the folder; false while another window or command holds it. */
  take(): boolean {
    if (this.#lock !== null) return true;
    mkdirSync(this.dataDir, { recursive: true, mode: 0o700 });
    this.#lock = lockFolder(officePaths(this.dataDir).lock);
    return this.#lock !== null;
  }

  onLocked(listener: () => void): void {
    this.#onLocked = listener;
  }

  today(): string {
    return this.world.now().slice(0, 10);
  }

  state(): Result<OfficeState> {
    const { demo, world } = this;
    const about = { demo, version: world.version, builtOn: world.builtOn };
    const user = this.#user();
    if (this.#occupied !== null && user !== null) {
      const { office } = this.#occupied;
      const identity = readOfficeIdentity(office.reader);
      if (identity === undefined) return refuse("database.damaged");
      return accept({
        stage: "open",
        ...about,
        office: identity,
        session: this.#session(this.#occupied, user),
        clockBehind: this.#isClockBehind(office),
      });
    }
    if (lookAtFolder(this.dataDir) === "empty") return accept({ stage: "empty", ...about });
    const keyring = readKeyring(this.dataDir);
    if (!keyring.ok) return keyring;
    return accept({
      stage: "locked",
      ...about,
      code: keyring.value.office,
      waitSeconds: waitSeconds(this.dataDir, world.now()),
    });
  }

  #isClockBehind(office: OpenOffice): boolean {
    const last = readLastEntry(office.reader)?.at;
    return last !== undefined && Date.parse(last) - Date.parse(this.world.now()) > CLOCK_TOLERANCE_MS;
  }

  /** Who sits here, as the register of people says now: a role that changed counts at once. */
  #user(): SignedIn | null {
    if (this.#occupied === null) return null;
    const { office, userId } = this.#occupied;
    const user = readUser(office.reader, userId);
    if (user?.active) return { id: user.id, name: user.name, login: user.login, role: user.role };
    this.lock();
    return null;
  }

  #session({ office, tierSecrets }: Occupied, user: SignedIn): Session {
    return {
      userId: user.id,
      name: user.name,
      login: user.login,
      role: user.role,
      permissions: [...ROLE_PERMISSIONS[user.role]],
      tiers: tierSecrets.map(({ tier }) => tier),
      idleMinutes: readSettings(office.reader).idleMinutes,
    };
  }

  #occupy({ office, user, tierSecrets }: Opened): Session {
    this.#leave();
    this.#occupied = { office, userId: user.id, tierSecrets, national: null };
    this.restartIdle();
    return this.#session(this.#occupied, user);
  }

  /** Closes what is open and forgets its keys; the copies of all offices first, which lie under a key of the office. */
  #leave(): void {
    this.#closeNational();
    this.#occupied?.office.close();
    this.#occupied = null;
  }

  #closeNational(): void {
    if (this.#occupied === null) return;
    this.#occupied.national?.close();
    this.#occupied.national = null;
  }

  /** Opened when they are first asked for, and kept: a key for each tier is derived, and tables are looked at. */
  #national(occupied: Occupied, call: NationalCall): NationalStore | null {
    // An older headquarters where no coordinator has signed in yet has no tiers, so nothing to read by them.
    const isReady = call.identity.headquarters && readLocal(call.office.reader, "nationalKey") !== null;
    if (occupied !== this.#occupied || !isReady) return null;
    const national = occupied.national ?? openNational({ ...call, tierSecrets: occupied.tierSecrets });
    occupied.national = national;
    national.refresh();
    return national;
  }

  #forgetTiers(occupied: Occupied, tiers: readonly Tier[]): void {
    if (tiers.length === 0) return;
    this.#closeNational();
    occupied.tierSecrets = occupied.tierSecrets.filter(({ tier }) => !tiers.includes(tier));
  }

  /** Makes the office of this folder and signs its first person in. */
  async create(input: InputOf<"office.create">, options: { acceptWeak: boolean } = { acceptWeak: false }) {
    if (!options.acceptWeak) {
      const strong = await requireStrong(
        input.passphrase,
        [input.person.login, input.person.name, input.name],
        "passphrase",
      );
      if (!strong.ok) return strong;
    }
    const created = await createOffice(this.dataDir, input, this.world);
    if (!created.ok) return created;
    const session = this.#occupy(created.value);
    const { recoveryCode } = created.value;
    const { code: officeCode, language } = input;
    const sheet = await recoverySheetFile(this.world, {
      officeCode,
      recoveryCode,
      on: this.today(),
      language,
    });
    return accept({ session, recoveryCode, sheet });
  }

  async signIn(input: { login: string; passphrase: string }): Promise<Result<Session>> {
    const opened = await signIn(this.dataDir, input, this.world);
    return opened.ok ? accept(this.#occupy(opened.value)) : opened;
  }

  async recover(input: InputOf<"access.recover">): Promise<Result<Session>> {
    const strong = await requireStrong(input.passphrase, [input.login], "passphrase");
    if (!strong.ok) return strong;
    const opened = await recover(this.dataDir, input, this.world);
    return opened.ok ? accept(this.#occupy(opened.value)) : opened;
  }

  /** The training office opens by itself: there is nothing in it to protect. */
  async openDemo(): Promise<void> {
    if (this.demo && lookAtFolder(this.dataDir) === "office") await this.signIn(DEMO_SIGN_IN);
  }

  /** Forgets the key. Idle time, a key press and the end of the program all come here. */
  lock(): void {
    this.#stopIdle();
    if (this.#occupied === null) return;
    this.#leave();
    this.#onLocked();
  }

  #stopIdle(): void {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer);
    this.#idleTimer = null;
  }

  /** The person is still there. */
  restartIdle(): void {
    this.#stopIdle();
    if (this.#occupied === null) return;
    const { idleMinutes } = readSettings(this.#occupied.office.reader);
    this.#idleTimer = setTimeout(
      () => (this.#isBusy ? this.restartIdle() : this.lock()),
      idleMinutes * 60_000,
    );
    this.#idleTimer.unref();
  }

  /** Work during which idle time does not lock: an import that takes longer than the person's patience. */
  async whileBusy<T>(work: () => T | Promise<T>): Promise<T> {
    this.#isBusy = true;
    try {
      return await work();
    } finally {
      this.#isBusy = false;
      this.restartIdle();
    }
  }

  /** A request's surroundings, or null while nobody is signed in. */
  call(waiting: Waiting): Call | null {
    const user = this.#user();
    const occupied = this.#occupied;
    if (occupied === null || user === null) return null;
    const { office, tierSecrets } = occupied;
    const identity = readOfficeIdentity(office.reader);
    if (identity === undefined) return null;
    const about = { office, identity, user, tierSecrets, world: this.world };
    return {
      ...about,
      national: () => this.#national(occupied, about),
      forgetTiers: (tiers) => this.#forgetTiers(occupied, tiers),
      today: () => this.today(),
      ...waiting,
    };
  }

  close(): void {
    this.lock();
    this.#lock?.release();
    this.#lock = null;
  }
}
