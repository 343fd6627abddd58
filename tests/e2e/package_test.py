#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Debian package: what it brings, so that installing it, editing one file and starting the service is all."""
import glob
import os
import subprocess
import tempfile
import unittest

BUILD = os.environ.get("BUILD", "build")
SCRIPTS = ("postinst", "prerm", "postrm")


def run(*words, **more):
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600, **more)


class PackageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.root = cls.directory.name
        made = run("sh", "tools/deb", BUILD, "0.0.0~test", env={**os.environ, "BUILD": BUILD})
        assert made.returncode == 0, made.stdout
        [cls.package] = glob.glob(os.path.join(BUILD, "assentd_0.0.0~test_*.deb"))
        for how, where in (("-x", cls.root), ("-e", os.path.join(cls.root, "DEBIAN"))):
            assert run("dpkg-deb", how, cls.package, where).returncode == 0

    @classmethod
    def tearDownClass(cls):
        os.unlink(cls.package)
        cls.directory.cleanup()

    def text(self, name):
        with open(os.path.join(self.root, name), encoding="utf-8") as file:
            return file.read()

    def test_a_configuration_to_edit_comes_with_it_and_an_upgrade_keeps_it(self):
        self.assertIn('state_dir = "/var/lib/assentd"', self.text("etc/assentd/assentd.toml"))
        self.assertEqual(self.text("DEBIAN/conffiles"), "/etc/assentd/assentd.toml\n")
        checked = run(os.path.join(self.root, "usr/bin/assentctl"), "--config",
                      os.path.join(self.root, "etc/assentd/assentd.toml"), "check-config")
        self.assertEqual((checked.returncode, checked.stdout), (0, ""))

    def test_the_service_has_its_user_and_directories_from_its_unit(self):
        unit = self.text("lib/systemd/system/assentd.service")
        for line in ("DynamicUser=yes", "StateDirectory=assentd",
                     "ExecStart=/usr/sbin/assentd --config /etc/assentd/assentd.toml"):
            self.assertIn(line + "\n", unit)

    def test_the_scripts_do_nothing_where_systemd_does_not_run(self):
        if os.path.isdir("/run/systemd/system"):
            self.assertTrue(all("/run/systemd/system" in self.text(f"DEBIAN/{script}") for script in SCRIPTS))
            return
        for script in SCRIPTS:
            for action in (["configure"], ["configure", "0.0.0"], ["remove"], ["purge"]):
                with self.subTest(script=script, action=action):
                    done = run("sh", os.path.join(self.root, "DEBIAN", script), *action)
                    self.assertEqual((done.returncode, done.stdout), (0, ""))


if __name__ == "__main__":
    unittest.main()
