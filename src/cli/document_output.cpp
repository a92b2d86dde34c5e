#include "cli/document_output.h"

#include "cli/json_output.h"

namespace jiheng {
namespace {

constexpr std::string_view kOpen = "{\"documents\":[\n", kClose = "\n]}\n";

}  // namespace

void DocumentOutput::add(const Input& input, const Answer& answer) {
  const bool to_files = !arguments_.output.empty();
  if (!json_) {
    if (answer.error) return;  // told on standard error
    if (to_files) {
      output_.write(arguments_.output + "/" + input.stem + ".txt", answer.body);
    } else {
      output_.print(answer.body + "\n");
    }
    return;
  }
  const std::string element = answer.error ? document_json(*answer.error, arguments_.language) : answer.body;
  if (to_files) {
    const std::string path = arguments_.output + "/" + input.stem + ".json";
    output_.write(path,
                  shape_ == FileShape::Element ? element + "\n" : std::string(kOpen) + element + std::string(kClose));
    return;
  }
  output_.print(begun_ ? ",\n" : kOpen);
  output_.print(element);
  begun_ = true;
}

bool DocumentOutput::finish(std::string_view last_line) {
  if (json_ && arguments_.output.empty()) {
    if (!begun_) output_.print(kOpen);
    output_.print(kClose);
  }
  if (!json_) output_.print(last_line);
  return output_.finish();
}

}  // namespace jiheng
