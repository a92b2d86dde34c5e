#include "document/refusal.h"

#include <utility>

namespace jiheng {

Error damaged(std::string place, std::string detail) {
  return {.code = ErrorCode::Damaged,
          .file = {},
          .place = std::move(place),
          .detail = std::move(detail),
          .clerk =
              "文件已损坏或不完整，无法读取。请重新下载或从原处再复制一份；能用 Office 或 WPS 打开的，另存一次后再试。",
          .english =
              "The file is damaged or incomplete. Download or copy it again, or open it in an office program "
              "and save it once more."};
}

Error too_large(std::string place, const std::string& what, const std::string& what_english) {
  return {
      .code = ErrorCode::TooLarge,
      .file = {},
      .place = std::move(place),
      .detail = what_english,
      .clerk = what + "，超出可读取的范围。请确认文件是否正确，或只保留自评表部分后再试。",
      .english = "Over the limit: " + what_english + ". Check that this is the right file, or keep only the forms."};
}

Error encrypted(std::string detail) {
  return {.code = ErrorCode::Encrypted,
          .file = {},
          .place = {},
          .detail = std::move(detail),
          .clerk = "文件设有打开密码，无法读取。请先用密码打开，取消密码后另存再试。",
          .english = "The file is protected by a password. Open it, remove the password, save it and try again."};
}

Error nothing_inside(std::string detail) {
  return {.code = ErrorCode::Empty,
          .file = {},
          .place = {},
          .detail = std::move(detail),
          .clerk = "文件是空的，没有可读取的内容。请检查是否选错了文件。",
          .english = "The file is empty. Check that this is the right file."};
}

Error image_only(std::string detail) {
  return {
      .code = ErrorCode::ImageOnly,
      .file = {},
      .place = {},
      .detail = std::move(detail),
      .clerk =
          "文件里只有图片，没有文字，无法直接读取。请提供表格的电子版（xlsx、docx 或带文字的 PDF），或先做文字识别。",
      .english =
          "The file holds pictures only and no text. Provide the electronic form (xlsx, docx or a PDF with "
          "text), or run character recognition first."};
}

Error unsupported(const std::string& kind, const std::string& kind_english) {
  return {.code = ErrorCode::Unsupported,
          .file = {},
          .place = {},
          .detail = kind_english,
          .clerk = "暂不能直接读取" + kind + "。请用 WPS 或 Office 另存为 xlsx 或 docx 后再试。",
          .english = "Cannot read " + kind_english + " directly. Save it as xlsx or docx and try again."};
}

Error unknown_format(std::string detail) {
  return {
      .code = ErrorCode::UnknownFormat,
      .file = {},
      .place = {},
      .detail = std::move(detail),
      .clerk = "无法识别文件的格式。可读取 PDF、xlsx、docx、网页（html）、纯文本和 json，请检查是否选错了文件。",
      .english = "The format of the file is not recognised. PDF, xlsx, docx, html, plain text and json can be read."};
}

}  // namespace jiheng
