import { Modal, type ModalProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** A dialog of the kit whose closing cross says what it does. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation("common");
  return <Modal closeButtonProps={{ "aria-label": t("close") }} {...props} />;
}
