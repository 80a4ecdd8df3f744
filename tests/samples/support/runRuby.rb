# Runs Ruby samples one after another, each in a process that is forked off one with net/http, as loading it takes longer
# than a sample.
#
# Reads the path of a program a line; answers each with a line of JSON: exit code, standard output and standard error.

require 'json'
require 'net/http'
require 'tempfile'

def run(path)
  stdout, stderr = Array.new(2) { Tempfile.new }
  child = fork do
    $stdin.reopen(File::NULL)
    $stdout.reopen(stdout)
    $stderr.reopen(stderr)
    load path
  end
  _, status = Process.wait2(child)
  output = [stdout, stderr].map { |file| File.read(file.path, encoding: 'UTF-8').scrub }
  { exitCode: status.exitstatus || -1, stdout: output[0], stderr: output[1] }
ensure
  [stdout, stderr].each(&:close!)
end

$stdout.sync = true
$stdin.each_line(chomp: true) { |path| puts JSON.generate(run(path)) }
