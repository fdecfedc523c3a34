import type { Manifest } from "./manifest.ts";

/** What somebody reads who finds the stick, or who has to open the bundle without this program. */
export function readMe(manifest: Manifest): string {
  const from = manifest.from.office;
  const parts = manifest.parts.map((part) => part.name);
  const lines = [
    `Ce fichier est une enveloppe de Danaya : bureau ${from}, pour ${manifest.to.office}, numéro ${manifest.number}.`,
    "Son contenu est chiffré : sans la clé du destinataire, personne ne peut le lire.",
    "Si vous l'avez trouvé, merci de le rapporter ou de le détruire.",
    "",
    "Pour le vérifier et l'ouvrir sans Danaya :",
    "",
    "1. Décompresser cette archive (ZIP).",
    "2. Vérifier la signature, avec la liste des clés connues (allowed_signers) :",
    `   ssh-keygen -Y verify -f allowed_signers -I ${from} -n danaya-bundle -s manifest.json.sig < manifest.json`,
    "3. Comparer les empreintes des parties avec celles de manifest.json :",
    `   sha256sum ${parts.length > 0 ? parts.join(" ") : "*.age"}`,
    "4. Ouvrir une partie avec la clé du destinataire (https://age-encryption.org) :",
    "   age -d -i cle.txt identity.age | gunzip",
    "",
  ];
  return lines.join("\r\n");
}
