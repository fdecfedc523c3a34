; What becomes of the office's data when the program is taken away: they stay, unless a person says twice that
; they shall go. An update and a silent uninstallation (/S) ask nothing and keep everything.
; The folders are those of src/desktop/startArguments.ts; data that were put elsewhere are never touched.

!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${GetParameters} $R0
    ClearErrors
    ; The one-click uninstaller goes on silently after its first question, so silence is asked of the command line.
    ${GetOptions} $R0 "/S" $R1
    ${if} ${Errors}
      ${if} ${FileExists} "$LOCALAPPDATA\Danaya\*.*"
      ${orIf} ${FileExists} "$LOCALAPPDATA\Danaya-demo\*.*"
      ${orIf} ${FileExists} "$LOCALAPPDATA\Danaya-demo-siege\*.*"
        !insertmacro danayaAskAboutData
      ${endIf}
    ${endIf}
  ${endIf}
!macroend

!macro danayaAskAboutData
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Les données du bureau restent sur cet ordinateur : membres, cartes, caisse, clés.$\r$\nSi vous installez Danaya de nouveau, vous les retrouvez.$\r$\n$\r$\nVoulez-vous AUSSI effacer ces données ?" IDNO danayaKeepData
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Effacer POUR TOUJOURS les données de ce dossier ?$\r$\n$\r$\n$LOCALAPPDATA\Danaya$\r$\n$\r$\nSans une sauvegarde, personne ne pourra les retrouver." IDNO danayaKeepData
    RMDir /r "$LOCALAPPDATA\Danaya"
    RMDir /r "$LOCALAPPDATA\Danaya-demo"
    RMDir /r "$LOCALAPPDATA\Danaya-demo-siege"
    ${if} ${FileExists} "$LOCALAPPDATA\Danaya\*.*"
      MessageBox MB_OK|MB_ICONEXCLAMATION "Une partie des données n’a pas pu être effacée. Fermez Danaya et effacez ce dossier à la main :$\r$\n$\r$\n$LOCALAPPDATA\Danaya"
    ${endIf}
  danayaKeepData:
!macroend
