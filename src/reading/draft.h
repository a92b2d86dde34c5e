// Draft: a form while it is being read, with what only counts once all of it was seen.
#pragma once

#include "form/form.h"

namespace jiheng {

struct Draft {
  Form form;
  TextField reporter;      ///< 单位名称, 部门 above the table: who reports; the department if no other is named
  bool execution_row = false;  ///< a row of the funds table without a label was taken as the total
};

}  // namespace jiheng
