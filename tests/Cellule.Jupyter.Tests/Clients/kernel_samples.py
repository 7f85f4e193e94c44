"""The protocol's own test suite, jupyter_kernel_test, over the C# kernel, with a sample for every optional test."""

import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "entente"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'

    completion_samples = [
        {"text": "\"a\".ToUpperI", "matches": {"ToUpperInvariant"}},
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "strin"},
    ]

    complete_code_samples = ["1 + 1", 'Console.WriteLine("x");', "int F(int n) => n * 2;", "if (true) { }"]
    incomplete_code_samples = ["if (true) {", "Console.WriteLine(", "var x = new[] {", "void F()\n{"]
    invalid_code_samples = ["}", "1 +* ;", "int = 3;"]

    code_page_something = "Console?"
    code_generate_error = 'throw new InvalidOperationException("sample");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "1 + 2 + 3", "result": "6"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": 'display("text");', "mime": "text/plain"},
    ]
    code_history_pattern = "1 ? 2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "ClearOutput();"


if __name__ == "__main__":
    unittest.main(verbosity=2)
