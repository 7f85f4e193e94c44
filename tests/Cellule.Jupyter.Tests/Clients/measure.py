"""Figures of a kernel beside another: start to ready, first result, round trip of a cell, memory at rest.

    python3 measure.py [KERNEL…]      (default: entente python3)
"""

import sys
import time

from jupyter_client.manager import start_new_kernel

CELLS = 500


def execute(client, code):
    start = time.perf_counter()
    reply = client.execute_interactive(code, timeout=60, output_hook=lambda message: None)
    assert reply["content"]["status"] == "ok", reply["content"]
    return time.perf_counter() - start


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def peak(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def ask(client, request):
    start = time.perf_counter()
    request()
    client.get_shell_msg(timeout=60)
    return (time.perf_counter() - start) * 1000


def assistance(kernel, before, code, name):
    """Milliseconds: the first completion of a session, the same again, a look-up of documentation."""
    manager, client = start_new_kernel(kernel_name=kernel)
    execute(client, before)
    ask(client, client.comm_info)  # as clients for people do when they connect
    time.sleep(1)
    first, again = (ask(client, lambda: client.complete(code)) for _ in range(2))
    help = ask(client, lambda: client.inspect(name, len(name)))
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return first, again, help


def measure(kernel):
    start = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=kernel)
    ready = time.perf_counter() - start
    execute(client, "1 + 1")
    first = time.perf_counter() - start
    pid = manager.provisioner.process.pid
    rest = resident(pid)
    times = sorted(execute(client, f"{i} + 1") for i in range(CELLS))
    figures = (ready, first, times[CELLS // 2] * 1000, times[CELLS * 99 // 100] * 1000, rest, peak(pid))
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return figures


def medians(runs):
    return [sorted(column)[len(runs) // 2] for column in zip(*runs)]


ASSISTANCE = {
    "entente": ("var numbers = new List<int>();", "numbers.Where(n => n.", "numbers.Add"),
    "python3": ("numbers = []", "numbers.", "numbers.append"),
}

print("kernel     ready s  first result s  median ms  99 % ms  after first MiB  peak MiB  first completion ms  again ms  help ms")
for name in sys.argv[1:] or ["entente", "python3"]:
    figures = medians([measure(name) for _ in range(5)]) + medians([assistance(name, *ASSISTANCE[name]) for _ in range(3)])
    print("{:<10} {:7.2f} {:15.2f} {:10.2f} {:8.2f} {:16.0f} {:9.0f} {:20.1f} {:9.1f} {:8.1f}".format(name, *figures))
