// Draft: a form while it is being read, with what only counts once all of it was seen.
#pragma once

#include "form/form.h"

namespace jiheng {

struct Draft {
  Form form;
  TextField reporter;          ///< 单位名称, 部门: who reports; the department if no other is named
  TextField unit, department;  ///< as named in lines above the table; the table's own cells win
  TextField superior_project;  ///< 一级项目名称: the project only if no nearer one is named
  TextField superior;          ///< 中央主管部门: the department only if no nearer one is named
};

}  // namespace jiheng
