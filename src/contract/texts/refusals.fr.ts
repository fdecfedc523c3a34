import type { RefusalCode } from "../refusals.ts";
import { REPORTING_REFUSALS_FR } from "./reportingRefusals.fr.ts";

/** One sentence a refusal, in plain French. `refusalText` says how `{{value}}` and `[[part]]` are read. */
export const REFUSALS_FR: Readonly<Record<RefusalCode, string>> = {
  "request.invalid": "Cette valeur n’est pas acceptée. Corrigez-la, puis recommencez.",
  "request.tooLong": "Ce texte est trop long[[ : {{max}} caractères au plus]]. Raccourcissez-le.",
  "request.required": "Ce champ est obligatoire. Remplissez-le, puis recommencez.",
  "request.cancelled": "Le travail a été arrêté à votre demande. Rien n’a changé.",
  "request.unknown": "Danaya ne connaît pas cette demande. Fermez la fenêtre et ouvrez-la de nouveau.",
  "request.defect":
    "Pardon, quelque chose ne va pas dans Danaya. Rien n’a été enregistré. Recommencez ; si cela revient, prévenez le siège.",
  "access.notSignedIn": "Personne n’est connecté. Entrez votre nom de connexion et votre phrase de passe.",
  "access.forbidden": "Votre rôle ne permet pas cette action. Demandez à la coordinatrice.",
  "access.wrongPassphrase":
    "Le nom de connexion ou la phrase de passe n’est pas juste. Vérifiez les majuscules et recommencez[[ dans {{seconds}} secondes]].",
  "access.tooManyTries": "Trop d’essais manqués. Attendez[[ {{seconds}} secondes]] avant de recommencer.",
  "access.passphraseWeak":
    "Cette phrase de passe est trop facile à deviner. Prenez quatre ou cinq mots sans lien entre eux, 10 caractères au moins.",
  "access.loginTaken": "Ce nom de connexion est déjà pris. Choisissez-en un autre.",
  "access.loginInvalid":
    "Le nom de connexion s’écrit avec des lettres sans accent, des chiffres, un point ou un tiret : de 2 à 30 signes.",
  "access.userNotFound":
    "Cette personne n’est pas dans la liste des utilisatrices. Rouvrez la liste et choisissez-la de nouveau.",
  "access.lastCoordinator":
    "C’est la dernière coordinatrice active. Donnez d’abord ce rôle à une autre personne.",
  "access.roleNotHere": "Ce rôle n’existe qu’au siège. Choisissez un rôle de l’antenne.",
  "access.wrongRecoveryCode":
    "Ce code de secours n’est pas juste. Recopiez-le de la feuille imprimée, groupe par groupe.",
  "access.keyringDamaged":
    "Le fichier des clés est abîmé : personne ne peut se connecter. Remettez la dernière sauvegarde, ou appelez le siège.",
  "access.samePassphrase": "La nouvelle phrase de passe est la même que l’ancienne. Choisissez-en une autre.",
  "office.alreadyExists": "Il y a déjà un bureau dans ce dossier. Ouvrez-le, ou choisissez un autre dossier.",
  "office.notFound": "Il n’y a pas de bureau dans ce dossier. Choisissez le bon dossier, ou créez un bureau.",
  "office.codeInvalid": "Le code du bureau est fait de trois lettres majuscules, par exemple KTL.",
  "office.parentIsSelf":
    "Un bureau ne peut pas dépendre de lui-même. Écrivez le code de l’antenne dont il dépend, ou laissez vide.",
  "office.inUse": "Ce dossier est déjà ouvert dans une autre fenêtre de Danaya. Fermez-la d’abord.",
  "database.newerVersion":
    "Ces données viennent d’une version plus récente de Danaya. Installez la nouvelle version, puis ouvrez-les de nouveau.",
  "database.wrongKey":
    "Ces données sont fermées par une autre clé. Vérifiez que le dossier est bien celui de votre bureau.",
  "database.damaged":
    "Le fichier des données est abîmé. N’écrivez plus rien : remettez la dernière sauvegarde, ou appelez le siège.",
  "database.incomplete":
    "Il manque une partie du fichier des données. N’écrivez plus rien : remettez la dernière sauvegarde, ou appelez le siège.",
  "disk.full":
    "Il n’y a plus de place sur ce disque. Libérez de la place ou prenez une autre clé, puis recommencez.",
  "disk.notWritable":
    "On ne peut pas écrire dans ce dossier. Choisissez-en un autre, ou ôtez la protection de la clé.",
  "disk.notFound":
    "Ce dossier n’existe pas, ou la clé n’est pas branchée. Branchez-la et choisissez le dossier de nouveau.",
  "disk.removed": "La clé a été retirée trop tôt. Rien n’est perdu : rebranchez-la et recommencez.",
  "backup.importUnfinished":
    "La lecture d’une clé y a été coupée en route. Une coordinatrice doit d’abord s’y connecter et ouvrir la page « Antennes » ; puis recommencez.",
  "backup.notFound":
    "Il n’y a pas de sauvegarde dans ce dossier. Choisissez le dossier qui porte le code du bureau et la date.",
  "disk.sameAsData": "Ce dossier est celui des données de Danaya. Choisissez une clé USB ou un autre disque.",
  "member.notFound": "Cette membre n’est pas dans le registre. Cherchez-la de nouveau dans la liste.",
  "member.minor":
    "Elle a moins de 18 ans et ne peut pas être membre. Préparez une note d’orientation vers LAKANA SO.",
  "member.birthInFuture": "Cette date de naissance n’est pas encore arrivée. Vérifiez l’année.",
  "member.birthTooOld": "Cette date de naissance est trop ancienne. Vérifiez l’année.",
  "member.phoneInvalid":
    "Ce numéro de téléphone n’existe pas. Au Mali : 8 chiffres ; pour un autre pays, commencez par + et l’indicatif.",
  "member.joinedInFuture":
    "La date d’adhésion n’est pas encore arrivée. Mettez la date d’aujourd’hui ou une date passée.",
  "member.joinedBeforeBirth": "La date d’adhésion vient avant la naissance. Vérifiez les deux dates.",
  "member.consentInFuture": "La date de l’accord n’est pas encore arrivée. Mettez le jour où elle a signé.",
  "member.likelyDuplicate":
    "Elle est peut-être déjà inscrite[[ sous le numéro {{number}}]]. Regardez sa fiche, puis confirmez que ce n’est pas la même personne.",
  "member.alreadyLeft": "Son départ est déjà noté. Rouvrez sa fiche pour voir la date.",
  "member.notLeft": "Elle n’est pas partie : il n’y a pas de départ à annuler.",
  "member.leftInFuture":
    "La date de départ n’est pas encore arrivée. Mettez la date d’aujourd’hui ou une date passée.",
  "member.leftBeforeJoined": "La date de départ vient avant l’adhésion. Vérifiez les deux dates.",
  "member.mergeSelf": "C’est deux fois la même fiche. Choisissez l’autre fiche à réunir.",
  "member.merged": "Cette fiche a été réunie avec une autre[[, le numéro {{number}}]]. Ouvrez l’autre fiche.",
  "member.erased": "Cette fiche a été effacée à la demande de la membre. On ne peut plus la changer.",
  "member.numberMismatch": "Ce numéro n’est pas celui de la fiche ouverte. Recopiez le numéro de la fiche.",
  "member.photoNotJpeg": "Ce fichier n’est pas une photo JPEG. Choisissez une autre photo.",
  "member.photoTooLarge": "La photo est trop lourde[[ : {{max}} Ko au plus]]. Reprenez-la ou recadrez-la.",
  "member.photoProportions": "La photo n’a pas le format d’une photo d’identité (35 × 45). Recadrez-la.",
  "card.none": "Elle n’a pas de carte. Vendez d’abord une carte.",
  "card.memberLeft": "Elle a quitté l’association : on ne lui vend pas de carte. Notez d’abord son retour.",
  "card.priceChanged":
    "Le prix de la carte a changé entre-temps[[ : {{price}} F CFA]]. Vérifiez le nouveau prix, puis confirmez.",
  "card.nothingToPrint": "Aucune carte n’attend d’être imprimée.",
  "card.referenceMissing":
    "Il manque la référence du paiement. Recopiez celle du message reçu sur le téléphone.",
  "voucher.notFound": "Cette pièce n’est pas dans la caisse. Rouvrez la liste et choisissez-la de nouveau.",
  "literacy.programmeUnknown": "Ce programme n’existe pas ou plus. Choisissez-en un de la liste.",
  "literacy.programmeOfHeadquarters": "Ce programme est celui du siège : seul le siège peut le changer.",
  "literacy.codeTaken": "Ce code est déjà pris. Choisissez-en un autre.",
  "literacy.skillInUse":
    "Des notes existent déjà pour cette compétence[[ : {{skill}}]]. Elle ne s’enlève plus, et sa note la plus haute ne change plus.",
  "literacy.trainerUnknown": "Cette formatrice n’est pas dans la liste. Choisissez de nouveau.",
  "literacy.trainerNameless": "Écrivez le nom de la formatrice, ou choisissez une membre.",
  "literacy.trainerTwice": "Cette membre est déjà formatrice.",
  "literacy.phoneInvalid": "Ce numéro de téléphone n’existe pas. Écrivez-le comme 76 12 34 56.",
  "literacy.cohortUnknown": "Cette classe n’existe pas ou plus. Revenez à la liste.",
  "literacy.cohortClosed": "Cette classe est close.",
  "literacy.endBeforeStart": "La fin de la classe est avant son début. Corrigez une des deux dates.",
  "literacy.datesEntered": "Des séances déjà saisies tomberaient en dehors de ces dates[[ : {{on}}]].",
  "literacy.programmeStays": "Des femmes sont déjà inscrites : le programme de la classe ne change plus.",
  "literacy.capacityBelow": "Il y a déjà plus de femmes dans la classe[[ : {{attending}}]].",
  "literacy.sessionsMissing":
    "Des séances passées ne sont pas saisies[[ : {{count}}]]. Saisissez-les ou annulez-les d’abord.",
  "literacy.dayOutside": "Ce jour est en dehors de la classe[[ : du {{from}} au {{to}}]].",
  "literacy.dayInFuture": "Cette date est dans le futur. Corrigez-la.",
  "literacy.alreadyEnrolled": "Elle suit déjà une classe de ce niveau à cette date[[ : {{number}}]].",
  "literacy.memberLeft": "Cette membre a quitté l’association. Réintégrez-la d’abord.",
  "literacy.full": "La classe est pleine[[ : {{capacity}} places]]. Inscrivez-la sur la liste d’attente.",
  "literacy.enrolmentUnknown": "Cette inscription n’existe pas ou plus. Revenez à la classe.",
  "literacy.notWaiting": "Elle n’est pas sur la liste d’attente.",
  "literacy.notAttending": "Elle n’est pas dans la classe.",
  "literacy.notLeft": "Elle n’a pas quitté cette classe.",
  "literacy.sameCohort": "Elle est déjà dans cette classe. Choisissez-en une autre.",
  "literacy.otherLevel": "Cette classe est d’un autre niveau. Terminez ici, puis inscrivez-la là-bas.",
  "literacy.marksAfter": "Des présences sont déjà saisies après cette date[[ : le {{on}}]].",
  "literacy.beforeStart": "C’est avant son entrée dans la classe[[ : {{from}}]].",
  "literacy.notInClassThen": "Une femme n’est pas inscrite ce jour-là[[ : {{number}}, le {{on}}]].",
  "literacy.notInRhythm":
    "Aucune séance n’est prévue à ce moment[[ : le {{on}} à {{at}}]]. Ajoutez-la comme séance de rattrapage.",
  "literacy.sessionTwice": "Cette séance est là deux fois[[ : le {{on}} à {{at}}]].",
  "literacy.sessionUnknown": "Cette séance n’existe pas ou plus. Revenez à la semaine.",
  "literacy.sessionHeld": "Cette séance a eu lieu : des présences sont saisies.",
  "literacy.sessionCancelled": "Cette séance est annulée[[ : le {{on}}]]. Rétablissez-la d’abord.",
  "literacy.holidayThere": "Un jour de fête est déjà à cette date.",
  "literacy.holidayFixed": "Les fêtes de chaque année ne changent pas.",
  "literacy.holidayOfHeadquarters": "Cette fête est celle du siège : seul le siège peut la changer.",
  "literacy.markOffScale": "Cette note n’est pas sur l’échelle[[ : de 0 à {{most}}]].",
  "literacy.skillUnknown": "Cette compétence n’est pas dans le programme.",
  "literacy.noEndYet": "Un rattrapage vient après l’évaluation de fin.",
  "literacy.alreadyCertified": "Elle a déjà son attestation : ses notes ne changent plus.",
  "literacy.nobodyToCertify": "Personne n’attend d’attestation dans cette classe.",
  "literacy.certificateUnknown": "Cette attestation n’existe pas. Rouvrez la liste.",
  "literacy.feeTooMuch": "C’est plus que ce qui reste à payer[[ : {{left}} F CFA]].",
  "literacy.allowanceNothing": "Toutes les séances tenues sont déjà payées à cette formatrice.",
  "literacy.allowanceChanged":
    "Le montant n’est plus celui de l’écran[[ : il est de {{amount}} F CFA]]. Vérifiez, puis recommencez.",
  "literacy.handOutUnknown": "Cette remise de matériel n’existe pas ou est déjà annulée.",
  "literacy.spanWrong": "Le début est après la fin. Corrigez une des deux dates.",
  "literacy.spanTooLong": "Choisissez cinq ans au plus.",
  "cashbook.monthClosed":
    "Le mois est clos[[ : {{month}}]]. Choisissez une date d’un mois ouvert ; seul le siège peut rouvrir un mois.",
  "cashbook.dateInFuture": "Cette date est dans le futur. Une pièce se date d’aujourd’hui au plus tard.",
  "cashbook.dateTooEarly": "Cette date est trop ancienne[[ : pas avant le {{on}}]]. Vérifiez l’année.",
  "cashbook.accountUnknown": "Ce compte n’est pas dans le plan comptable. Choisissez-en un de la liste.",
  "cashbook.accountAutomatic":
    "Ce compte s’écrit de lui-même, depuis la page concernée (cartes, loyers, mutuelle). Choisissez-en un autre.",
  "cashbook.accountSide":
    "Ce compte ne va pas dans ce sens : une recette prend un compte de recette, une dépense un compte de dépense.",
  "cashbook.accountClosed": "Ce compte n’est plus utilisé. Choisissez-en un autre.",
  "cashbook.tillUnknown": "Cette caisse n’existe pas dans ce bureau. Choisissez-en une de la liste.",
  "cashbook.tillClosed": "Cette caisse est fermée. Choisissez-en une autre.",
  "cashbook.tillNotEmpty":
    "Il reste de l’argent dans cette caisse[[ : {{left}} F CFA]]. Virez-le d’abord vers une autre.",
  "cashbook.tillKind": "Une caisse ne change pas de sorte. Ouvrez-en une nouvelle.",
  "cashbook.tillNameMissing": "Donnez un nom à cette caisse : il la distingue des autres.",
  "cashbook.tillPrincipal": "La caisse principale ne se ferme pas : les recettes y entrent d’elles-mêmes.",
  "cashbook.sameTill": "Choisissez deux caisses différentes.",
  "cashbook.projectUnknown": "Ce projet n’est pas dans la liste. Choisissez-en un, ou laissez vide.",
  "cashbook.projectNotThen": "Ce projet ne court pas à cette date[[ : du {{from}} au {{to}}]].",
  "cashbook.openingThere": "Le solde de départ de cette caisse est déjà enregistré.",
  "cashbook.countChanged":
    "Quelque chose vient d’être enregistré dans cette caisse[[ : elle doit contenir {{expected}} F CFA]]. Vérifiez, puis recommencez.",
  "cashbook.countReason": "Dites d’où vient l’écart : cela s’imprime sur le procès-verbal.",
  "cashbook.countKind": "Une caisse d’espèces se compte en billets et pièces, un compte par son relevé.",
  "cashbook.alreadyReversed": "Cette pièce est déjà annulée[[ par la pièce {{number}}]].",
  "cashbook.isReversal":
    "Cette pièce en annule une autre : elle ne s’annule pas. Enregistrez la bonne pièce de nouveau.",
  "cashbook.undoneElsewhere": "Cette pièce ne s’annule pas ici : corrigez-la depuis la page d’où elle vient.",
  "cashbook.builtUpon":
    "D’autres pièces s’appuient sur celle-ci. Annulez d’abord la plus récente[[ : {{number}}]].",
  "cashbook.monthRunning": "Ce mois n’est pas terminé. On le clôt à partir du premier jour du mois suivant.",
  "cashbook.monthClosedAlready": "Ce mois est déjà clos.",
  "cashbook.earlierOpen": "Un mois plus ancien est encore ouvert[[ : {{month}}]]. Clôturez-le d’abord.",
  "cashbook.closingChanged":
    "Le solde n’est plus celui de l’écran[[ : il est de {{closing}} F CFA]]. Vérifiez, puis recommencez.",
  "cashbook.monthNotClosed": "Ce mois n’est pas clos : il n’y a rien à rouvrir.",
  "cashbook.nothingInMonth": "Il n’y a aucune pièce jusqu’à ce mois.",
  "cashbook.chartOfHeadquarters": "Le plan comptable est celui du siège : seul le siège peut le changer.",
  "cashbook.codeTaken": "Ce code est déjà pris. Choisissez-en un autre.",
  "cashbook.automaticStays":
    "Danaya écrit ce compte de lui-même : son nom et son numéro changent, le reste non.",
  "cashbook.accountInUse": "Des pièces sont déjà sur ce compte : son sens ne change plus.",
  "cashbook.projectDates": "La fin est avant le début. Corrigez une des deux dates.",
  "cashbook.projectOfHeadquarters": "Ce projet est celui du siège : seul le siège peut le changer.",
  "cashbook.budgetTwice": "Ce compte a déjà une ligne pour ce projet et cette année. Changez celle-là.",
  "cashbook.tooManyPhotos": "Quatre photos au plus pour une pièce.",
  "cashbook.remittanceUnknown":
    "Cet envoi n’est pas arrivé dans les données du siège. Lisez d’abord la clé du bureau.",
  "cashbook.remittanceReceived": "Cet envoi est déjà encaissé.",
  "cashbook.remitToItself":
    "C’est ici le siège : il ne s’envoie rien à lui-même. Faites un virement entre caisses.",
  "cashbook.spanWrong": "Le début est après la fin. Corrigez une des deux dates.",
  "cashbook.bookTooLong":
    "C’est trop de pièces pour une impression[[ : {{total}}, au plus {{most}}]]. Choisissez moins de jours, ou exportez le journal.",
  "rental.premisesUnknown": "Ce local n’existe pas ou plus. Revenez au tableau.",
  "rental.premisesTaken":
    "Ce local est déjà loué à cette date[[ : bail {{number}}]]. Choisissez-en un autre, ou une autre date.",
  "rental.premisesRetired": "Ce local n’est plus loué. Remettez-le en service d’abord.",
  "rental.premisesLet": "Ce local est loué[[ : bail {{number}}]]. Terminez le bail d’abord.",
  "rental.codeTaken": "Un autre local porte déjà ce nom. Choisissez-en un autre.",
  "rental.tenantUnknown": "Cette locataire ou ce locataire n’est pas dans la liste. Choisissez de nouveau.",
  "rental.phoneInvalid": "Ce numéro de téléphone n’existe pas. Écrivez-le comme 76 12 34 56.",
  "rental.leaseUnknown": "Ce bail n’existe pas ou plus. Revenez à la liste.",
  "rental.leaseEnded": "Ce bail est terminé[[ depuis le {{on}}]].",
  "rental.leaseRunning": "Ce bail court encore. Terminez-le d’abord.",
  "rental.endBeforeStart": "La fin du bail est avant son début. Corrigez une des deux dates.",
  "rental.sharesWrong": "Les parts des locaux doivent faire le loyer en tout[[ ; elles font {{sum}} F CFA]].",
  "rental.chargesEmpty": "Donnez le prix d’au moins un compteur.",
  "rental.periodPaid":
    "Des périodes sont déjà payées[[ jusqu’au {{until}}]]. Choisissez une date après celles-là.",
  "rental.beforeLease": "Cette date est avant le début du bail[[ : {{from}}]].",
  "rental.afterLease": "Cette date est après la fin du bail[[ : {{to}}]].",
  "rental.rentSame": "C’est déjà le loyer à cette date. Écrivez le nouveau.",
  "rental.rateWrong": "Ce taux ne donne pas ce loyer[[ : {{rent}} F CFA]]. Vérifiez, puis recommencez.",
  "rental.renewalNotLater": "La nouvelle fin doit être après l’ancienne[[ : {{to}}]].",
  "rental.monthsWrong": "Le dernier mois est avant le premier.",
  "rental.changeUnknown": "Ce changement n’existe pas ou est déjà annulé.",
  "rental.meterUnknown": "Ce bail n’a pas ce compteur. Choisissez-en un de la liste.",
  "rental.readingLower":
    "Le compteur montrait plus la dernière fois[[ : {{last}}]]. Vérifiez le relevé, ou cochez « nouveau compteur ».",
  "rental.readingEarlier": "Un relevé plus récent existe déjà[[ : le {{on}}]]. Corrigez la date.",
  "rental.dayInFuture": "Cette date est dans le futur. Corrigez-la.",
  "rental.notSettled":
    "Cette période n’est pas entièrement payée[[ : il reste {{left}} F CFA]]. Imprimez un reçu ; la quittance vient avec le dernier franc.",
  "rental.nothingThere": "Il n’y a rien à imprimer pour ce mois.",
  "rental.nothingLate": "Ce bail n’a pas de retard : il n’y a rien à rappeler.",
  "rental.tooMuch": "C’est plus que ce qui reste dû[[ : {{left}} F CFA]].",
  "rental.depositTooMuch": "C’est plus que la caution gardée[[ : {{held}} F CFA]].",
  "rental.depositNothing": "Écrivez au moins un montant.",
  "rental.depositReason": "Dites ce qui est retenu, et pourquoi : cela s’imprime sur le décompte.",
  "rental.advanceTooMuch": "C’est plus que l’avance[[ : {{left}} F CFA]].",
  "rental.promiseInPast": "La date promise est passée. Écrivez une date à venir.",
  "rental.promiseIncomplete": "Une promesse a une date et un montant. Écrivez les deux.",
  "rental.writeOffUnknown": "Cet abandon n’existe pas ou est déjà annulé.",
  "rental.inspectionUnknown": "Cet état des lieux n’existe pas. Revenez au bail.",
  "rental.tooManyPhotos": "Six photos au plus pour un local.",
  "rental.spanTooLong": "Choisissez vingt-quatre mois au plus.",
  "import.empty": "Ce fichier est vide. Choisissez le registre qui contient les membres.",
  "import.notASpreadsheet": "Ce fichier n’est pas un tableau. Choisissez un fichier Excel (.xlsx) ou CSV.",
  "import.tooManyColumns":
    "Ce tableau a trop de colonnes[[ : {{columns}}, alors que {{max}} sont permises]]. Effacez les colonnes vides à droite, puis recommencez.",
  "import.tooManyRows": "Ce tableau a trop de lignes[[ : {{max}} au plus]]. Coupez-le en plusieurs fichiers.",
  "import.tooLarge": "Ce fichier est trop lourd[[ : {{max}} Mo au plus]]. Coupez-le en plusieurs fichiers.",
  "import.noHeader":
    "On ne trouve pas la ligne des titres. Mettez au-dessus des noms une ligne avec « Nom », « Prénom », « Téléphone »…",
  "import.noNameColumn": "Aucune colonne n’est celle des noms. Dites quelle colonne porte le nom.",
  "import.columnTwice": "Deux colonnes ont reçu le même sens[[ : {{field}}]]. Gardez-en une seule.",
  "import.encrypted":
    "Ce fichier est protégé par un mot de passe. Ouvrez-le dans Excel, ôtez le mot de passe et enregistrez-le.",
  "import.oldExcel":
    "Ce fichier vient d’un ancien Excel (.xls). Ouvrez-le et enregistrez-le au format .xlsx.",
  "sync.notJoined":
    "Ce bureau n’est pas encore relié au siège. Demandez une invitation au siège et ouvrez-la à la page « Clé USB ».",
  "sync.alreadyJoined": "Ce bureau est déjà relié au siège. Pour changer de siège, appelez-le d’abord.",
  "sync.notABundle":
    "Ce fichier est abîmé, ou ce n’est pas un envoi de Danaya. Copiez-le de nouveau, ou choisissez un fichier qui finit par .danaya.",
  "sync.notAnInvitation":
    "Ce fichier n’est pas une invitation du siège. Demandez au siège de vous la redonner.",
  "sync.forAnotherOffice":
    "Ce fichier est fait pour un autre bureau[[ : {{office}}]]. Demandez au siège celui du vôtre.",
  "sync.badSignature":
    "La signature de ce fichier n’est pas juste : il a été changé ou abîmé. Ne l’utilisez pas et appelez le siège.",
  "sync.partDamaged": "Une partie de ce fichier est abîmée. Copiez-le de nouveau sur la clé et recommencez.",
  "sync.fingerprintMismatch":
    "L’empreinte n’est pas la même que celle du fichier. N’allez pas plus loin et appelez le siège.",
  "sync.nothingToSend": "Il n’y a rien de nouveau à envoyer au siège.",
  "sync.newerFormat":
    "Ce fichier vient d’une version plus récente de Danaya. Installez la nouvelle version, puis recommencez.",
  "sync.signerUnknown":
    "On ne connaît pas celui qui a signé ce fichier[[ : {{office}}]]. Ne l’utilisez pas et appelez le siège.",
  "sync.readBackFailed":
    "Ce qui a été écrit sur la clé ne se relit pas bien. La clé est peut-être abîmée : prenez-en une autre et recommencez.",
  "sync.newerSchema":
    "Ce fichier vient d’une version plus récente de Danaya. Installez la nouvelle version, puis recommencez.",
  "sync.notForHere":
    "Ce fichier est fait pour un autre destinataire[[ : {{office}}]]. Remettez-le sur la clé et faites-le suivre.",
  "sync.notAnAnswer":
    "Il n’y a pas de réponse du siège pour ce bureau parmi ces fichiers. Choisissez une autre clé ou un autre dossier.",
  "sync.olderAnswer": "Cette réponse du siège est plus ancienne que la dernière lue. Il n’y a rien à faire.",
  "sync.contentDamaged":
    "Le contenu de ce fichier ne correspond pas à sa chaîne d’empreintes[[ (écriture {{seq}})]]. Il n’a pas été lu : demandez un nouvel envoi à qui l’a fait.",
  "sync.notFresh":
    "Ce bureau a déjà des membres ou des pièces de caisse : une reprise depuis le siège ne se fait que dans un bureau neuf.",
  "sync.nothingToSettle": "Ce bureau et le siège sont d’accord : il n’y a pas besoin d’une copie entière.",
  "headquarters.notHere": "Cela ne se fait qu’au siège.",
  "headquarters.officeUnknown": "Le siège ne connaît pas ce bureau[[ : {{office}}]]. Invitez-le d’abord.",
  "headquarters.ownOffice": "C’est le siège lui-même : il ne s’invite pas.",
  "headquarters.parentUnknown": "L’antenne de rattachement n’est pas connue. Invitez-la d’abord.",
  "headquarters.notAnEnrolment":
    "Ce fichier n’est pas une inscription de bureau. Choisissez le fichier « …-inscription.danaya ».",
  "headquarters.notInvited":
    "Ce bureau n’a pas été invité[[ : {{office}}]]. Invitez-le d’abord, puis demandez-lui une nouvelle inscription.",
  "headquarters.alreadyActive":
    "Ce bureau a déjà une clé confirmée[[ : {{office}}]]. Si son ordinateur est perdu, annulez d’abord l’ancienne clé.",
  "headquarters.keyUnknown":
    "Ce fichier est signé par une clé que le siège ne connaît pas[[ pour {{office}}]]. Ne l’utilisez pas et appelez le bureau.",
  "headquarters.keyRevoked":
    "Ce fichier est signé par une clé annulée[[ de {{office}}]] : il vient peut-être d’un ordinateur perdu. Il n’a pas été lu.",
  "headquarters.noTier":
    "Aucune clé de lecture ne vous a été confiée. Demandez à la coordinatrice, à la page « Qui lit quoi ».",
  "headquarters.otherSeal":
    "Ce fichier est fermé avec une clé que le siège n’a pas ou que vous ne tenez pas : son bureau s’est sans doute relié à un autre siège. Il n’a pas été lu : appelez le bureau.",
  "headquarters.tierNotHeld":
    "Vous ne tenez pas cette clé de lecture : seule une personne qui la tient peut la donner.",
  "headquarters.tierAlone":
    "C’est la dernière personne qui tient cette clé de lecture. Donnez-la d’abord à une autre.",
  "headquarters.personNotReady":
    "Cette personne doit d’abord ouvrir Danaya une fois avec sa phrase de passe.",
  "headquarters.foreignRow":
    "Ce fichier parle d’une fiche qui n’est pas à ce bureau[[ (écriture {{seq}})]]. Il n’a pas été lu : appelez le bureau.",
  "headquarters.unknownEntity":
    "Ce fichier contient ce que Danaya ne connaît pas[[ (écriture {{seq}})]]. Installez la nouvelle version, puis recommencez.",
  "headquarters.fork":
    "L’histoire de ce bureau se sépare de celle du siège[[ à l’écriture {{seq}}]] : son ordinateur a sans doute été repris d’une ancienne copie. Rien n’a été lu.",
  "headquarters.rollback":
    "Ce bureau a moins d’écritures que le siège[[ : {{last}} contre {{held}}]]. Son ordinateur a été repris d’une ancienne copie. Rien n’a été perdu au siège ; demandez-lui une copie entière.",
  "headquarters.oldEpoch":
    "Ce fichier date d’avant la copie entière qui a remis ce bureau d’accord avec le siège. Il n’a pas été lu.",
  "headquarters.nothingToConfirm":
    "Il n’y a pas de copie entière à confirmer pour ce bureau, ou une autre est arrivée depuis. Regardez de nouveau.",
  "headquarters.duplicateUnknown": "Ce rapprochement n’est plus à traiter.",
  "headquarters.transferOpen":
    "Un transfert de cette membre est déjà en route. Attendez que les deux bureaux l’aient fait.",
  "headquarters.transferSame": "Cette membre est déjà dans ce bureau. Choisissez-en un autre.",
  "headquarters.notANationalMember": "Cette membre n’est pas dans les registres reçus au siège.",
  "member.elsewhere":
    "Cette membre est suivie par un autre bureau[[ : {{office}}]]. Seul ce bureau peut changer sa fiche.",
  "insurance.planUnknown":
    "Ce plan n’est pas en vigueur ce jour-là. Choisissez-en un autre ou une autre date.",
  "insurance.planStarted":
    "Un plan en vigueur ne se change pas : donnez à la nouvelle version un jour à venir.",
  "insurance.planKind": "Ce code est celui d’un plan d’une autre sorte. Choisissez un autre code.",
  "insurance.planOfHeadquarters": "Ce plan est celui du siège : seul le siège peut le changer.",
  "insurance.policyUnknown": "Ce contrat n’existe pas ou plus. Revenez à la liste.",
  "insurance.policyEnded": "Ce contrat est terminé[[ depuis le {{on}}]].",
  "insurance.alreadyInsured": "Elle a déjà un contrat en cours sur ce plan[[ : {{number}}]].",
  "insurance.memberLeft":
    "Elle a quitté l’association : on ne l’assure pas et on n’encaisse rien pour elle. Notez d’abord son retour.",
  "insurance.effectiveTooEarly":
    "Un contrat ne commence pas avant aujourd’hui. Choisissez une date à partir d’aujourd’hui.",
  "insurance.noChildren": "Ce plan n’assure pas les enfants.",
  "insurance.childTooOld": "Cet enfant a dépassé l’âge que le plan assure[[ : {{age}} ans]].",
  "insurance.sharesWrong": "Les parts doivent faire 100 % en tout[[ ; elles font {{sum}} %]].",
  "insurance.beneficiaryMissing": "Nommez au moins une personne à qui verser en cas de décès.",
  "insurance.amountChanged":
    "Le montant n’est plus celui de l’écran[[ : {{amount}} F CFA]]. Regardez de nouveau avant d’encaisser.",
  "insurance.nothingDue": "Il n’y a pas de période à payer pour ce contrat.",
  "insurance.dayOutside": "Ce jour est en dehors du contrat. Corrigez la date.",
  "insurance.notLife": "Cela ne se fait que pour un contrat de vie et retraite.",
  "insurance.notHealth": "Cela ne se fait que pour un contrat de santé.",
  "insurance.exitOpen": "Une sortie du fonds est déjà en route pour ce contrat.",
  "insurance.exitUnknown": "Cette sortie n’existe pas ou est déjà réglée.",
  "insurance.exitWaiting": "Le délai d’attente n’est pas passé[[ : jusqu’au {{until}}]].",
  "insurance.exitTooYoung": "Elle n’a pas encore l’âge du plan[[ : {{age}} ans]].",
  "insurance.birthUnknown":
    "Sa date de naissance manque : sans elle on ne sait pas son âge. Complétez sa fiche.",
  "insurance.samePerson": "Une autre personne que celle qui a fait la demande doit décider.",
  "insurance.beyondFund":
    "Ce paiement met le fonds au-dessous de zéro[[ : il reste {{balance}} F CFA]]. Seule la coordinatrice peut l’accepter.",
  "claim.unknown": "Ce dossier de soins n’existe pas ou plus. Revenez à la liste.",
  "claim.careInFuture": "La date des soins est dans le futur. Corrigez-la.",
  "claim.childUnknown": "Cet enfant n’est pas assuré par ce contrat.",
  "claim.facilityUnknown": "Cet établissement n’est pas dans la liste du plan.",
  "claim.notDraft": "Ce dossier est déjà transmis : il ne se change plus.",
  "claim.notNow": "Ce dossier n’en est pas à cette étape. Regardez de nouveau.",
  "claim.noteMissing": "Dites pourquoi le dossier est rejeté : cela s’imprime sur la décision.",
  "claim.headquartersDecides":
    "À partir de ce montant c’est le siège qui décide : le dossier part avec la prochaine clé.",
  "claim.tooMuch": "C’est plus que ce qui reste à payer[[ : {{left}} F CFA]].",
  "claim.tooManyPhotos": "Six photos au plus pour un dossier.",
  "checkup.inFuture": "La date de la visite est dans le futur. Corrigez-la.",
  "checkup.twice": "Cette visite est déjà notée.",
  "checkup.unknown": "Cette visite n’existe pas ou est déjà annulée.",
  "checkup.none": "Aucune visite n’est notée ce mois-ci : l’attestation ne peut pas sortir.",
  ...REPORTING_REFUSALS_FR,
};
