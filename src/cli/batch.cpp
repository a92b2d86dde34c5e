#include "cli/batch.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "cli/bytes.h"
#include "cli/phrases.h"
#include "cli/progress.h"
#include "cli/worker_pool.h"
#include "document/legacy.h"

namespace jiheng {
namespace {

std::string pack(const Answer& answer) {
  ByteWriter out;
  out.number(answer.error ? 1 : 0);
  if (answer.error) {
    out.number(static_cast<std::uint64_t>(answer.error->code));
    for (const std::string* part :
         {&answer.error->place, &answer.error->detail, &answer.error->clerk, &answer.error->english}) {
      out.text(*part);
    }
  }
  out.number(static_cast<std::uint64_t>(answer.tally.forms));
  for (const int count : answer.tally.findings) out.number(static_cast<std::uint64_t>(count));
  out.text(answer.body);
  return out.take();
}

Answer unpack(std::string_view bytes) {
  ByteReader in(bytes);
  Answer answer;
  if (in.number() == 1) {
    Error error;
    error.code = static_cast<ErrorCode>(in.number());
    for (std::string* part : {&error.place, &error.detail, &error.clerk, &error.english}) *part = in.text();
    answer.error = std::move(error);
  }
  answer.tally.forms = static_cast<int>(in.number());
  for (int& count : answer.tally.findings) count = static_cast<int>(in.number());
  answer.body = in.text();
  return answer;
}

WorkerLimits limits_of(const Arguments& arguments) {
  return {.workers = arguments.jobs,
          .time = std::chrono::seconds(arguments.timeout),
          .memory = static_cast<std::size_t>(arguments.memory) << 20};
}

/// Compound files, as legacy office files are (and new ones with a password).
constexpr std::string_view kCompoundMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

bool starts_like_legacy(const Input& input) {
  if (input.failure) return false;
  if (input.bytes) return input.bytes->starts_with(kCompoundMark);
  const int file = open(input.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  std::string head(kCompoundMark.size(), '\0');
  const ssize_t got = read(file, head.data(), head.size());
  close(file);
  return got == static_cast<ssize_t>(head.size()) && head == kCompoundMark;
}

Result<std::string> bytes_of(const Input& input) {
  if (input.failure) return *input.failure;
  if (input.bytes) return *input.bytes;
  return read_bytes(input.path, input.name);
}

/// Legacy files start a program of their own, which the sandbox forbids: they are converted first, in
/// workers outside of it, and go on as the new formats.
void convert_legacy_files(std::vector<Input>& inputs, const Arguments& arguments) {
  std::vector<Input*> legacy;
  for (Input& input : inputs) {
    if (starts_like_legacy(input)) legacy.push_back(&input);
  }
  if (legacy.empty()) return;
  WorkerLimits limits = limits_of(arguments);
  limits.time = std::chrono::minutes(5);  // convert_legacy stops LibreOffice long before.
  limits.memory = 0;                      // It counts for its programs, too, and LibreOffice maps much.
  limits.sandboxed = false;
  const Work convert = [&](std::size_t index) {
    Answer answer;
    const Result<std::string> bytes = bytes_of(*legacy[index]);
    const Format format = bytes ? sniff(*bytes) : Format::Unknown;
    if (format != Format::Xls && format != Format::Doc && format != Format::Wps) return pack(answer);
    Result<std::string> converted = convert_legacy(*bytes, format);
    if (converted) {
      answer.body = std::move(*converted);
    } else {
      answer.error = converted.error();
    }
    return pack(answer);
  };
  Progress progress(legacy.size(), arguments.language);
  run_isolated(legacy.size(), limits, convert, [&](std::size_t index, const Result<std::string>& packed_answer) {
    Input& input = *legacy[index];
    progress.show(index + 1, input.name);
    if (!packed_answer) {
      input.failure = packed_answer.error();
      return;
    }
    Answer answer = unpack(*packed_answer);
    if (answer.error) input.failure = std::move(*answer.error);
    if (!answer.body.empty()) input.bytes = std::move(answer.body);
  });
}

void tell_passed_over(const std::vector<std::string>& files, Language language) {
  if (files.empty()) return;
  std::string names;
  constexpr std::size_t kMost = 3;
  for (std::size_t i = 0; i < files.size() && i < kMost; ++i)
    names.append(i > 0 ? tr(language, "、", ", ") : "").append(files[i]);
  if (files.size() > kMost) names += tr(language, " 等", " …");
  std::fflush(stdout);
  fmt::print(
      stderr,
      fmt::runtime(tr(language, "略过 {} 个不是文档的文件：{}\n", "Passed over {} files that are no documents: {}\n")),
      files.size(), printable(names));
}

}  // namespace

BatchTotals run_batch(const Arguments& arguments, const KnowledgeSource& knowledge, Depth depth, const Render& render,
                      const Deliver& deliver) {
  Inputs inputs = find_inputs(arguments.names);
  convert_legacy_files(inputs.files, arguments);
  Request request;
  request.depth = depth;
  request.policy = arguments.policy;

  const Work work = [&](std::size_t index) {
    const Input& input = inputs.files[index];
    Answer answer;
    const Result<std::string> bytes = bytes_of(input);
    if (!bytes) {
      answer.error = bytes.error();
      return pack(answer);
    }
    const Result<Examination> examination = examine(*bytes, input.name, knowledge(), request);
    if (examination) {
      answer.tally = tally_of(*examination);
      answer.body = render(*examination);
    } else {
      answer.error = examination.error();
    }
    return pack(answer);
  };

  BatchTotals totals;
  Progress progress(inputs.files.size(), arguments.language);
  const Done done = [&](std::size_t index, const Result<std::string>& packed_answer) {
    const Input& input = inputs.files[index];
    Answer answer;
    if (packed_answer) {
      answer = unpack(*packed_answer);
    } else {
      answer.error = packed_answer.error();
    }
    progress.clear();
    ++totals.documents;
    if (answer.error) {
      answer.error->file = input.name;
      ++totals.failed;
      std::fflush(stdout);  // so that both streams on one screen keep the order
      fmt::print(stderr, "{} {}\n", "✗", error_line(*answer.error, arguments.language));
    }
    totals.tally += answer.tally;
    deliver(input, answer);
    progress.show(index + 1, input.name);
  };
  run_isolated(inputs.files.size(), limits_of(arguments), work, done);
  tell_passed_over(inputs.passed_over, arguments.language);
  return totals;
}

}  // namespace jiheng
