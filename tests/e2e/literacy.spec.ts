import type { Page } from "@playwright/test";
import { v7 } from "uuid";
import type { Line } from "../loopback/openLine.ts";
import {
  actOn,
  choose,
  fillFields,
  findLearner,
  learnerLine,
  mondayIn,
  openLiteracy,
  registerWomen,
  seedWomen,
  typed,
} from "./literacySteps.ts";
import { goTo, pdfText, savePreview } from "./memberSteps.ts";
import { expectAccessible, expectFits, openSettings } from "./steps.ts";
import { lookAtStick, readStick, writeStick } from "./stickSteps.ts";
import { expect, type Place, test } from "./support/placesTest.ts";
import { must, openEnrolled } from "./support/seeding.ts";

/** Pictures, no barrier in what is shown, and nothing cut off at 125 %. */
async function look({ page, shot }: Place, name: string): Promise<void> {
  await shot(name);
  await expectAccessible(page);
  await expectFits(page);
}

async function makeProgramme(place: Place): Promise<void> {
  const { page } = place;
  await openSettings(page, "Programmes");
  await look(place, "literacy-programmes");
  await page.getByRole("link", { name: "Nouveau programme" }).click();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const name = page.getByRole("textbox", { name: "Nom", exact: true });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/obligatoire/);
  await fillFields(page, { Nom: "Lire et compter – soninké", Code: "alpha1-fr", "Heures prévues": "60" });
  await choose(page, page, "Langue", "Autre langue");
  await fillFields(page, { "Quelle langue": "soninké" });
  await page.getByRole("button", { name: "Ajouter une compétence" }).click();
  await fillFields(page, { "Code de la compétence 1": "L1", "Nom de la compétence 1": "Lire son nom" });
  await page.getByRole("button", { name: "Ajouter une compétence" }).click();
  await choose(page, page, "Domaine de la compétence 2", "Calcul");
  await fillFields(page, { "Code de la compétence 2": "L1", "Nom de la compétence 2": "Compter sa caisse" });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Deux compétences ont le même code.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Code", exact: true })).toHaveAccessibleDescription(
    /déjà pris/,
  );
  await fillFields(page, { "Code de la compétence 2": "C1", Code: "alpha1-sn" });
  await look(place, "literacy-programme");
  await page.getByRole("button", { name: "Enregistrer" }).dblclick();
  await expect(page.getByRole("heading", { name: /Lire et compter – soninké/ })).toBeVisible();
}

interface TypedClass {
  readonly name: string;
  readonly capacity: string;
}

async function makeClass(place: Place, { name, capacity }: TypedClass): Promise<void> {
  const { page } = place;
  await openLiteracy(page, "Classes");
  await page.getByRole("link", { name: "Nouvelle classe" }).first().click();
  await page.getByRole("button", { name: "Ouvrir la classe" }).click();
  const programme = page.getByRole("combobox", { name: "Programme" });
  await expect(programme).toBeFocused();
  await expect(programme).toHaveAccessibleDescription(/obligatoire/);
  await choose(page, page, "Programme", "Lire et compter – soninké");
  await expect(page.getByRole("textbox", { name: "Heures prévues" })).toHaveValue(/^60\sh$/);
  await fillFields(page, {
    "Nom de la classe": name,
    Lieu: "Cour de l’école",
    Places: capacity,
    "Premier jour": typed(mondayIn(-4)),
    "Dernier jour": typed(mondayIn(-8)),
    "Heure de la séance 1": "8 h 30",
    "Frais de classe": "5000",
    "Indemnité par séance": "2500",
  });
  await page.getByRole("button", { name: "Ouvrir la classe" }).click();
  const ends = page.getByRole("textbox", { name: "Dernier jour" });
  await expect(ends).toHaveAccessibleDescription(/avant son début/);
  await ends.fill(typed(mondayIn(20)));
  await expect(page.getByText(/Il manque \d+\sh/)).toBeVisible();
  await page.getByRole("button", { name: "Ajouter une séance par semaine" }).click();
  await expect(page.getByText(/\d+ séances, \d+\sh sur 60\sh prévues/)).toBeVisible();
}

async function addTrainer(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Nouvelle formatrice" }).click();
  const dialog = page.getByRole("dialog", { name: "Nouvelle formatrice" });
  await dialog.getByText("Autre personne").click();
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByRole("textbox", { name: "Nom et prénoms" })).toHaveAccessibleDescription(
    /obligatoire/,
  );
  await fillFields(dialog, { "Nom et prénoms": "Kadidia Maïga", Téléphone: "76 12" });
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByRole("textbox", { name: "Téléphone" })).toHaveAccessibleDescription(/76 12 34 56/);
  await fillFields(dialog, { Téléphone: "76 12 34 56" });
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Formatrice" })).toHaveValue("Kadidia Maïga");
}

/** Three women by keyboard, of whom the third waits: there are two places. */
async function enrolWomen(place: Place): Promise<void> {
  const { page } = place;
  await page.getByRole("button", { name: "Inscrire une femme" }).click();
  const dialog = await findLearner(page, "traore", "KTL-00001");
  await fillFields(dialog, { Lecture: "1", Écriture: "0" });
  await dialog.getByRole("button", { name: "Inscrire" }).click();
  await expect(dialog.getByRole("textbox", { name: "Calcul" })).toHaveAccessibleDescription(/trois domaines/);
  await fillFields(dialog, { Calcul: "5", "À partir du": typed(mondayIn(-4)) });
  await expect(dialog.getByText(/parle pour le niveau\s: Intermédiaire/)).toBeVisible();
  await look(place, "literacy-enrol");
  await dialog.getByRole("button", { name: "Inscrire" }).click();
  await expect(page.getByText("KTL-00001-", { exact: false }).last()).toBeVisible();

  // The dialog stays for the next woman: letters, Enter, the day, Enter.
  await findLearner(page, "kone", "KTL-00002");
  await dialog.getByRole("textbox", { name: "À partir du" }).fill(typed(mondayIn(-4)));
  await page.keyboard.press("Enter");
  await findLearner(page, "traore", "KTL-00001");
  await expect(dialog.getByRole("checkbox", { name: "Sur la liste d’attente" })).toBeChecked();
  await dialog.getByRole("button", { name: "Mettre sur la liste d’attente" }).click();
  await expect(dialog.getByRole("textbox", { name: "Membre" })).toHaveAccessibleDescription(/déjà/);
  await dialog.getByRole("textbox", { name: "Membre" }).fill("diarra");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("textbox", { name: "Membre" })).toHaveAccessibleDescription(/KTL-00003/);
  await look(place, "literacy-enrol-full");
  await dialog.getByRole("button", { name: "Mettre sur la liste d’attente" }).click();
  await expect(page.getByText(/est sur la liste d’attente/)).toBeVisible();
  await dialog.getByRole("button", { name: "Fermer" }).last().click();
  await expect(learnerLine(page, "KTL-00003")).toContainText("Sur la liste d’attente");
}

test("a class goes from its programme to women who are enrolled, move, leave, come back and pay", async ({
  openPlace,
}) => {
  const place = await openPlace(seedWomen);
  const { page } = place;
  await openLiteracy(page);
  await look(place, "literacy-empty");
  await makeProgramme(place);
  await makeClass(place, { name: "Banankoro, le soir", capacity: "10" });
  await page.getByRole("button", { name: "Ouvrir la classe" }).click();
  await expect(page.getByText("KTL-C00001")).toBeVisible();
  await makeClass(place, { name: "Médina-Coura, le matin", capacity: "2" });
  await addTrainer(page);
  await look(place, "literacy-class-form");
  await page.getByRole("button", { name: "Ouvrir la classe" }).dblclick();
  await expect(page.getByRole("heading", { name: "Médina-Coura, le matin" })).toBeVisible();
  await expect(page.getByText("KTL-C00002")).toBeVisible();
  await enrolWomen(place);
  await look(place, "literacy-class");

  const number = (order: number) => new RegExp(`KTL-0000${order}-\\d`);
  const numberOf = async (order: number) =>
    (
      await page
        .getByRole("link", { name: number(order) })
        .first()
        .innerText()
    ).trim();
  const [awa, bintou, safiatou] = [await numberOf(1), await numberOf(2), await numberOf(3)];

  // Bintou moves, which makes room for Safiatou.
  const move = await actOn(page, bintou, "Changer de classe");
  await move.getByRole("button", { name: "Changer de classe" }).click();
  await expect(move.getByRole("combobox", { name: "Nouvelle classe" })).toHaveAccessibleDescription(
    /obligatoire/,
  );
  await choose(page, move, "Nouvelle classe", /Banankoro, le soir/);
  await fillFields(move, { "Premier jour là-bas": typed(mondayIn(-1)) });
  await look(place, "literacy-move");
  await move.getByRole("button", { name: "Changer de classe" }).dblclick();
  await expect(page.getByText("Elle continue dans Banankoro, le soir.")).toBeVisible();
  const admit = await actOn(page, safiatou, "Faire entrer dans la classe");
  await fillFields(admit, { "À partir du": typed(mondayIn(-9)) });
  await admit.getByRole("button", { name: "Faire entrer" }).click();
  await expect(admit.getByRole("textbox", { name: "À partir du" })).toHaveAccessibleDescription(
    /en dehors de la classe/,
  );
  await fillFields(admit, { "À partir du": typed(mondayIn(-1)) });
  await admit.getByRole("button", { name: "Faire entrer" }).click();
  await expect(learnerLine(page, safiatou)).toContainText("Inscrite");

  // Awa falls ill and comes back.
  const leave = await actOn(page, awa, "Elle quitte la classe");
  await choose(page, leave, "Raison", "Maladie");
  await fillFields(leave, { "Dernier jour en classe": typed(mondayIn(-2)) });
  await look(place, "literacy-leave");
  await leave.getByRole("button", { name: "Noter le départ" }).click();
  await expect(learnerLine(page, awa)).toHaveCount(0);
  await page.getByRole("button", { name: /Montrer 2 femmes/ }).click();
  await expect(learnerLine(page, awa)).toContainText("maladie");
  await look(place, "literacy-class-gone");
  const back = await actOn(page, awa, "Elle revient");
  await fillFields(back, { "De nouveau en classe dès le": typed(mondayIn(-2)) });
  await back.getByRole("button", { name: "La reprendre" }).click();
  await expect(back.getByRole("textbox")).toHaveAccessibleDescription(/avant son entrée/);
  await fillFields(back, { "De nouveau en classe dès le": typed(mondayIn(-1)) });
  await back.getByRole("button", { name: "La reprendre" }).click();
  await expect(learnerLine(page, awa).filter({ hasText: "Inscrite" })).toHaveCount(1);

  // Safiatou pays in two parts.
  const fee = await actOn(page, safiatou, "Encaisser les frais");
  await fillFields(fee, { "Montant encaissé": "6000" });
  await fee.getByRole("button", { name: /Encaisser 6\s000/ }).click();
  await expect(fee.getByRole("textbox", { name: "Montant encaissé" })).toHaveAccessibleDescription(/5000/);
  await fillFields(fee, { "Montant encaissé": "2000" });
  await look(place, "literacy-fee");
  await fee.getByRole("button", { name: /Encaisser 2\s000/ }).dblclick();
  expect(pdfText(await savePreview(page))).toContain("deux mille francs");
  await expect(fee.getByText(/Il reste 3\s000/)).toBeVisible();
  await look(place, "literacy-fee-done");
  await fee.getByRole("button", { name: "Fermer" }).last().click();
  await expect(learnerLine(page, safiatou)).toContainText(/reste 3\s000/);

  await page.getByRole("link", { name: safiatou }).click();
  await expect(page.getByRole("tab", { name: "Alphabétisation" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByText("Médina-Coura, le matin")).toBeVisible();
  await look(place, "literacy-member");
  await goTo(page, "Membres");
  await page.getByText("Oumou").first().click();
  await page.getByRole("tab", { name: "Alphabétisation" }).click();
  await page.getByRole("button", { name: "Inscrire dans une classe" }).click();
  const own = page.getByRole("dialog", { name: "Inscrire une femme" });
  await choose(page, own, "Classe", /Banankoro, le soir/);
  await look(place, "literacy-member-enrol");
  await own.getByRole("button", { name: "Inscrire" }).dblclick();
  await expect(page.getByText("Banankoro, le soir")).toBeVisible();
  await openLiteracy(page, "Classes");
  await look(place, "literacy-classes");
  await page.getByRole("searchbox", { name: /Classe, lieu/ }).fill("banankoro kad");
  await expect(page.getByText("Rien ne correspond")).toBeVisible();
  await page.getByRole("button", { name: "Tout montrer" }).first().click();
  await page.getByRole("grid", { name: "Classes" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Femmes de la classe" })).toBeVisible();
});

const CLASS = v7();
const ENROLLED = [v7(), v7(), v7()] as const;

async function seedAttendance(line: Line): Promise<void> {
  await seedWomen(line);
  await seedClass(line);
}

/** A class of five weeks, of which four sessions are entered and the last is not. */
async function seedClass({ client }: Line): Promise<void> {
  const trainerId = v7();
  must(
    await client.literacy.saveTrainer({
      id: trainerId,
      details: { memberId: null, name: "Kadidia Maïga", phone: "", active: true },
    }),
  );
  const [programme] = must(await client.literacy.programmes({}));
  must(
    await client.literacy.saveCohort({
      id: CLASS,
      details: {
        ...{ programmeId: programme?.id ?? "", name: "Médina-Coura, le matin", place: "Cour de l’école" },
        ...{ trainerId, meetings: [{ weekday: 3, from: "08:30", minutes: 120 }] },
        ...{ startsOn: mondayIn(-7), endsOn: mondayIn(-2), plannedHours: 150, capacity: 25 },
        ...{ project: null, fee: 0, allowance: 2500 },
      },
    }),
  );
  const members = must(
    await client.membership.listMembers({
      filter: {
        ...{ text: "", statuses: [], locality: null, withoutPhoto: false },
        ...{ withoutConsent: false, endingWithinDays: null },
      },
      ...{ sort: "number", descending: false, offset: 0, limit: 10 },
    }),
  ).rows;
  for (const [index, id] of ENROLLED.entries())
    must(
      await client.literacy.enrol({
        ...{ id, cohortId: CLASS, memberId: members[index]?.id ?? "", on: mondayIn(-7) },
        ...{ placement: null, wait: false },
      }),
    );
  const span = { from: mondayIn(-7), to: mondayIn(-3) };
  const { sessions } = must(await client.literacy.sheet({ cohortId: CLASS, ...span }));
  must(
    await client.literacy.saveSheet({
      cohortId: CLASS,
      ...span,
      sessions: sessions.map(({ onDay, from, minutes }) => ({
        ...{ id: v7(), onDay, from, minutes, extra: false, trainerId: null, trainerAbsent: false },
        content: "Les nombres",
        marks: ENROLLED.map((enrolmentId, index) => ({ enrolmentId, mark: index === 0 ? "A" : "P" })),
      })),
    }),
  );
}

test("a class says what has to be looked at, pays its trainer once and closes when all is entered", async ({
  openPlace,
}) => {
  const place = await openPlace(seedAttendance);
  const { page } = place;
  await openSettings(page, "Jours fériés");
  await page.getByRole("button", { name: "Ajouter une fête" }).click();
  const feast = page.getByRole("dialog", { name: "Ajouter une fête" });
  const year = mondayIn(0).slice(0, 4);
  await fillFields(feast, { Fête: "Tabaski", Jour: `01/01/${year}` });
  await feast.getByRole("button", { name: "Enregistrer" }).click();
  await expect(feast.getByRole("textbox", { name: "Jour" })).toHaveAccessibleDescription(/ne changent pas/);
  await fillFields(feast, { Jour: `27/05/${year}` });
  await feast.getByRole("button", { name: "Enregistrer" }).dblclick();
  await expect(page.getByRole("cell", { name: "Tabaski", exact: true })).toBeVisible();
  await look(place, "literacy-holidays");
  await page.getByRole("button", { name: "Ôter Tabaski" }).click();
  await expect(page.getByRole("cell", { name: "Tabaski", exact: true })).toHaveCount(0);

  await openLiteracy(page, "Formatrices");
  await page.getByRole("button", { name: "Modifier Kadidia Maïga" }).click();
  await page.getByRole("dialog").getByRole("checkbox", { name: "Fait la classe" }).uncheck();
  await page.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Ne fait plus la classe")).toBeVisible();
  await look(place, "literacy-trainers");

  await openLiteracy(page, "Classes");
  await page.getByText("Médina-Coura, le matin").click();
  await expect(page.getByText("absente 4 fois de suite")).toBeVisible();
  await look(place, "literacy-warnings");
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Clore la classe" }).click();
  const close = page.getByRole("dialog", { name: "Clore la classe" });
  await close.getByRole("button", { name: "Clore la classe" }).click();
  await expect(close.getByRole("textbox")).toHaveAccessibleDescription(/ne sont pas saisies/);
  await look(place, "literacy-close");
  await close.getByRole("button", { name: "Annuler" }).click();

  await page.getByRole("button", { name: "Payer la formatrice" }).click();
  const pay = page.getByRole("dialog", { name: "Payer la formatrice" });
  await expect(pay.getByRole("button", { name: /Payer 10\s000/ })).toBeVisible();
  await look(place, "literacy-allowance");
  await pay.getByRole("button", { name: /Payer 10\s000/ }).dblclick();
  await expect(pay.getByText(/C’est payé/)).toBeVisible();
  await pay.getByRole("button", { name: "Fermer" }).last().click();
  await expect(page.getByText("4 séances").first()).toBeVisible();

  await page.getByRole("button", { name: "Noter une remise" }).click();
  const given = page.getByRole("dialog", { name: "Noter une remise" });
  await fillFields(given, { Quoi: "Cahier", Combien: "3" });
  await look(place, "literacy-hand-out");
  await given.getByRole("button", { name: "Noter" }).dblclick();
  await expect(page.getByText("3 × Cahier")).toHaveCount(1);
  await page.getByRole("button", { name: "Annuler : Cahier" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Annuler", exact: true }).click();
  await expect(page.getByRole("button", { name: "Annuler : Cahier" })).toHaveCount(0);
  await page.getByRole("heading", { name: "Indemnités" }).scrollIntoViewIfNeeded();
  await look(place, "literacy-class-money");
});

test("headquarters reads the classes of its offices and changes none of them", async ({
  openPlace,
  stick,
}) => {
  test.setTimeout(240_000);
  const [bamako, koutiala] = await openEnrolled(openPlace, async (line) => {
    await registerWomen(line);
    await seedClass(line);
  });
  await writeStick(koutiala.page, stick);
  await lookAtStick(bamako.page, stick);
  await readStick(bamako.page);
  const { page } = bamako;
  await openLiteracy(page);
  await expect(page.getByText("Aucune classe")).toBeVisible();
  await choose(page, page, "Bureau", /Koutiala/);
  await expect(page.getByText("Médina-Coura, le matin")).toBeVisible();
  await choose(page, page, "Bureau", "Tous les bureaux");
  await look(bamako, "literacy-headquarters");
  await page.getByText("Médina-Coura, le matin").click();
  await expect(page.getByText(/suivie par Koutiala/)).toBeVisible();
  await expect(page.getByText("absente 4 fois de suite")).toBeVisible();
  for (const action of ["Inscrire une femme", "Payer la formatrice", "Noter une remise"])
    await expect(page.getByRole("button", { name: action })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Actions pour/ })).toHaveCount(0);
  await look(bamako, "literacy-headquarters-class");
});
