/** A page that needs no script, style file or session: what a person sees when the door stays shut. */
export function plainPage(title: string, sentence: string, english: string): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Danaya</title>
<style>body{font:18px/1.5 sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem;color:#23233a}p[lang]{color:#666}</style>
</head>
<body><h1>${title}</h1><p>${sentence}</p><p lang="en">${english}</p></body>
</html>
`;
}

export const pages = {
  usedToken: plainPage(
    "Cette adresse a déjà servi",
    "Elle n’ouvre Danaya qu’une seule fois. Fermez cette fenêtre, puis relancez Danaya pour recevoir une nouvelle adresse.",
    "This address opens Danaya only once. Start Danaya again for a new one.",
  ),
  unknownBrowser: plainPage(
    "Danaya n’est pas ouverte ici",
    "Ouvrez Danaya avec l’adresse affichée au démarrage du programme.",
    "Open Danaya with the address shown when the program started.",
  ),
  misaddressed: plainPage(
    "Demande refusée",
    "Danaya ne répond qu’à sa propre page, sur cet ordinateur.",
    "Danaya answers only its own page, on this computer.",
  ),
  notFound: plainPage(
    "Page introuvable",
    "Cette page n’existe pas dans Danaya.",
    "There is no such page in Danaya.",
  ),
} as const;
